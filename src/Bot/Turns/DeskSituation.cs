using System.Collections.Immutable;

namespace TransformingLives.Bot.Turns;

/// <summary>How busy the desk is, as it was seen last: so that a wait can be told honestly.</summary>
/// <param name="Waiting">Ids of conversations that wait for an officer, first to be taken first.</param>
/// <param name="OfficersOn">Officers with the desk open.</param>
/// <param name="LatelyWaited">How long people waited lately, the median; null when nobody was taken lately.</param>
public sealed record DeskSituation(ImmutableArray<string> Waiting, int OfficersOn, TimeSpan? LatelyWaited)
{
    /// <summary>Officers sit at another desk too, where we can't see who is there.</summary>
    public bool IsElsewhereToo { get; init; }

    /// <summary>Nobody waits and nobody is there.</summary>
    public static DeskSituation Empty { get; } = new([], 0, null);

    /// <summary>How many are to be taken before this conversation.</summary>
    public int Ahead(string conversationId) => Waiting.IndexOf(conversationId) is var place and >= 0 ? place : Waiting.Length;
}
