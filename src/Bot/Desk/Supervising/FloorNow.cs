using System.Collections.Immutable;
using TransformingLives.Bot.Conversations.Waiting;

namespace TransformingLives.Bot.Desk.Supervising;

/// <summary>The floor at one moment: who waits, who is on, what worries are open.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Entries">The queue, and who is with whom.</param>
/// <param name="On">Staff who are at the desk.</param>
/// <param name="Concerns">Alerts of danger that nobody has taken, by kind.</param>
/// <param name="LatelyWaited">How long people waited who were taken in the last hour, the median; null when nobody was.</param>
internal sealed record FloorNow(DateTimeOffset Now, ImmutableArray<QueueEntry> Entries, ImmutableArray<StaffMember> On, ImmutableArray<KeyValuePair<string, int>> Concerns, TimeSpan? LatelyWaited)
{
    /// <summary>Who waits for a person at this moment.</summary>
    public ImmutableArray<QueueEntry> Waiting { get; } = [.. Entries.Where(entry => entry.IsWaiting(Now))];

    /// <summary>How long the one has waited who waits longest; null when nobody does.</summary>
    public TimeSpan? Longest => Waiting.IsEmpty ? null : Now - Waiting.Min(entry => entry.Since);

    /// <summary>Who waits longer than was promised.</summary>
    public int Late => Waiting.Count(entry => entry.PromisedBy < Now);

    /// <summary>The conversations of an officer.</summary>
    public int With(string officerId) => Entries.Count(entry => entry.Officer?.Id == officerId);
}
