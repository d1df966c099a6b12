using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Turns.Pressure;

/// <summary>What somebody is told whom we can't answer yet: the truth, numbers to ring, and when to try again. Nothing is stored.</summary>
internal static class BusyTurn
{
    /// <summary>When to try again, in seconds.</summary>
    public const string RetryAfter = "10";

    public static TurnResult For(string conversationId, Surroundings around)
    {
        var council = around.Content.Council;
        return new TurnResult(conversationId, EndingIds.Busy, [around.Content.Phrases.Say(PhraseIds.Busy, council.Values(around.IsOpen), 0)], 0) { MessageSequence = 0 };
    }
}
