using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.CarryingOn;

/// <summary>One conversation on several channels: how to change, and what is said when somebody has.</summary>
internal static class GoingOn
{
    /// <summary>Somebody wants to change the channel: they are told how. The code itself is never among the words that are kept.</summary>
    public static Turn? Wanted(Turn turn, Surroundings around)
    {
        var wish = CarryOnWishes.In(turn.Message.Text);
        return wish switch
        {
            CarryOnWish.None => null,
            CarryOnWish.TextThis when Reach.Verified(turn.Conversation) is { } number => This(turn, number, around),
            _ => Commands.Reask(turn.Say(around, How(turn, around)), around).End(EndingIds.Explained),
        };
    }

    /// <summary>They are here now: nothing has to be told twice, and what was open is asked again.</summary>
    public static Turn Here(Turn turn, ConversationEvent.CarriesOn what, Surroundings around)
    {
        turn = turn.Remember(c => c with
        {
            LastChannel = what.Channel == c.Channel ? null : what.Channel,
            Numbers = what.Number is null ? c.Numbers : c.Numbers.Remove(what.Number).Add(what.Number),
        });
        if (turn.Conversation.Floor == Floor.Officer)
        {
            return turn.Say(around, PhraseIds.CarryOnWithOfficer).End(EndingIds.CarriedOn);
        }

        turn = turn.Say(around, PhraseIds.CarryOnHere);
        var asked = Commands.Reask(turn, around);
        return (asked.Replies.Length > turn.Replies.Length ? asked : turn.Say(around, PhraseIds.CarryOnAsk)).End(EndingIds.CarriedOn);
    }

    private static Turn This(Turn turn, string number, Surroundings around)
    {
        var said = turn.Conversation.LastReplies;
        if (said.IsEmpty)
        {
            return turn.Say(around, PhraseIds.CarryOnNothing).End(EndingIds.Answered);
        }

        var words = string.Join(' ', said.Select(TextMessage.Of));
        var text = new CaseWork.SendText(WorkId.For(turn, "this"), turn.Conversation.Id, number, words.Length <= TextMessage.Longest ? words : TextMessage.Of(said[0]));
        return turn.Do(text).Say(around, PhraseIds.CarryOnTexted).End(EndingIds.Answered);
    }

    private static string How(Turn turn, Surroundings around) => around.Content.Council.TextNumber.Length == 0 && around.Content.Council.CallNumber.Length == 0
        ? PhraseIds.CarryOnNotHere
        : turn.Message.Channel switch
        {
            "sms" or "whatsapp" => PhraseIds.CarryOnFromText,
            "voice" => PhraseIds.CarryOnFromPhone,
            _ => PhraseIds.CarryOnFromPage,
        };
}
