using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>Whether the first contact was enough.</summary>
/// <param name="Conversations">Conversations that began long enough ago to tell.</param>
/// <param name="Resolved">Those in which the resident did not come back.</param>
internal sealed record FirstContact(int Conversations, int Resolved)
{
    /// <summary>Coming back within so long counts as further contact.</summary>
    public static readonly TimeSpan Watched = TimeSpan.FromDays(28);

    /// <summary>A contact is over when the resident wrote nothing for so long.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromHours(12);

    /// <summary>Counts from when residents wrote, conversation by conversation.</summary>
    /// <param name="written">Conversation and moment of each message of a resident, in any order.</param>
    public static FirstContact Of(IEnumerable<(string Conversation, DateTimeOffset At)> written)
    {
        var conversations = written.GroupBy(message => message.Conversation).Select(group => group.Select(message => message.At).Order().ToImmutableArray()).ToList();
        return new FirstContact(conversations.Count, conversations.Count(times => !CameBack(times)));
    }

    private static bool CameBack(ImmutableArray<DateTimeOffset> times) =>
        times.Skip(1).Zip(times).Any(pair => pair.First - pair.Second >= Break && pair.First - times[0] <= Watched);
}
