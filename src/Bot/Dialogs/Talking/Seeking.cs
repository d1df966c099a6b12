using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>Whether a message that asks nothing looks for something all the same: a few words, the first message, or a wish.</summary>
internal static class Seeking
{
    private const int FewWords = 6;

    public static bool Is(Turn turn, MessageReading reading)
    {
        var line = Words.Line(reading.Statement);
        var count = line.Count(letter => letter == ' ') - 1;
        var isWish = Words.HasAny(line, "need", "needs", "want", "wants", "would like", "id like", "looking for", "help with", "after", "arrange", "get help", "find", "apply", "claim", "advice", "information", "about");
        var isOpen = turn.Conversation.OpenQuestion is null;
        return reading.Agrees is null && reading.Facts.All(fact => fact.Fact is not (Reading.Facts.FactIds.Phone or Reading.Facts.FactIds.Email)) && isOpen
            && (isWish || turn.Conversation.Version == 0 || count <= FewWords && turn.Conversation.Facts.Length == turn.FactsBefore && turn.Conversation.OpenOffer is null);
    }
}
