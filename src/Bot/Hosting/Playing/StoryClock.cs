namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>The clock of stories: it begins on Monday 23 November 2026 at ten, and goes on when it is told to.</summary>
internal sealed class StoryClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
