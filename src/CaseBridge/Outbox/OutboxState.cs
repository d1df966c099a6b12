namespace TransformingLives.CaseBridge.Outbox;

/// <summary>How the outbox stands: numbers only.</summary>
/// <param name="Waiting">Work that should be carried out by now and isn't.</param>
/// <param name="Since">Since when the oldest of it has been waiting, UTC; null when nothing waits.</param>
/// <param name="GivenUp">Work that isn't tried any more: staff must act.</param>
public sealed record OutboxState(long Waiting, DateTimeOffset? Since, long GivenUp)
{
    /// <summary>Nothing waits.</summary>
    public static OutboxState Empty { get; } = new(0, null, 0);

    /// <summary>How long the oldest work has been waiting; never less than nothing, also when a clock was set back.</summary>
    public TimeSpan Age(DateTimeOffset now) => Since is { } since && since < now ? now - since : TimeSpan.Zero;
}
