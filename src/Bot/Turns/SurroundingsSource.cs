namespace TransformingLives.Bot.Turns;

/// <summary>Holds the content that turns look at; swapped at once when it is loaded anew.</summary>
public sealed class SurroundingsSource(Surroundings current)
{
    private volatile Surroundings current = current;

    /// <summary>Everything as it is, at a moment.</summary>
    public Surroundings At(DateTimeOffset now) => current with { Now = now };

    /// <summary>Puts new content in place: turns under way finish on the old.</summary>
    public void Swap(Surroundings next) => current = next;
}
