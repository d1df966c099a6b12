using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>Says the same thing again, or in easier words. Whoever asks for easier words gets them from then on.</summary>
internal static class Wording
{
    public static Turn Repeat(Turn turn, Surroundings around) =>
        turn.Conversation.LastReplies.IsEmpty
            ? Commands.Reask(turn.Say(around, PhraseIds.NothingToRepeat), around).End(EndingIds.Repeated)
            : (turn with { Replies = turn.Replies.AddRange(turn.Conversation.LastReplies) }).End(EndingIds.Repeated);

    public static Turn Simpler(Turn turn, Surroundings around)
    {
        turn = turn.Remember(c => c with { EasyRead = true });
        var last = turn.Conversation.LastReplies.FirstOrDefault(reply => reply.Asks is null && reply.Text.Length > 0);
        if (turn.Conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            var said = last is null || last.Phrase is PhraseIds.Noted ? turn.Say(around, PhraseIds.Simpler) : turn.Say(around, PhraseIds.Simpler).Say(Easier(last));
            return said.Ask(around, question, simpler: true).End(EndingIds.Reworded);
        }

        return last is null
            ? turn.Say(around, PhraseIds.NothingToRepeat).End(EndingIds.Reworded)
            : turn.Say(around, PhraseIds.Simpler).Say(Easier(last)).End(EndingIds.Reworded);
    }

    private static Reply Easier(Reply reply) => reply with { Text = reply.Short.Length > 0 ? reply.Short : reply.Text, Details = [], Services = [.. reply.Services.Take(1)] };
}
