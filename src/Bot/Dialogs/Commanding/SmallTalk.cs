using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>Greetings, thanks, "hang on", insults, upset and what can't be read: answered in kind, and then it goes on where it was.</summary>
internal static class SmallTalk
{
    public static Turn? Answer(Turn turn, MessageReading reading, Surroundings around)
    {
        var isAll = reading.Intents.Length == 1 && turn.Conversation.Facts.Length == turn.FactsBefore && turn.Cues.IsEmpty && reading.Statement.Length == 0;
        return reading.Intents[0] switch
        {
            Intent.Abuse => Commands.Reask(turn.Say(around, PhraseIds.Abuse), around).End(EndingIds.Abuse),
            Intent.Nonsense when turn.Conversation.OpenQuestion is null => Commands.Reask(turn.Say(around, PhraseIds.Nonsense), around).End(EndingIds.Unclear),
            Intent.Wait => turn.Say(around, PhraseIds.Wait).End(EndingIds.SmallTalk),
            Intent.AreYouThere => Commands.Reask(turn.Say(around, PhraseIds.Here), around).End(EndingIds.SmallTalk),
            Intent.BackAgain when isAll => Commands.Reask(turn.Say(around, PhraseIds.BackAgain), around).End(EndingIds.SmallTalk),
            Intent.Thanks when isAll => turn.Say(around, PhraseIds.Thanks).End(EndingIds.SmallTalk),
            Intent.Greeting when isAll => Greet(turn, around),
            Intent.Distress when isAll => Upset(turn, around),
            _ => null,
        };
    }

    private static Turn Greet(Turn turn, Surroundings around) =>
        (turn.Conversation.OpenQuestion is null && turn.Conversation.OpenOffer is null ? turn.Say(around, PhraseIds.Greeting) : Commands.Reask(turn.Say(around, PhraseIds.Here), around)).End(EndingIds.SmallTalk);

    private static Turn Upset(Turn turn, Surroundings around)
    {
        turn = turn.Say(around, PhraseIds.Distress).End(EndingIds.Distress);
        var conversation = turn.Conversation;
        return conversation.OpenQuestion is not null || conversation.OpenOffer is not null ? Commands.Reask(turn, around)
            : conversation.MayOffer(OfferIds.FirstConversation) && conversation.Forms.IsEmpty ? turn.Offer(around, OfferIds.FirstConversation)
            : turn;
    }
}
