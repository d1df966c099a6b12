using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A yes or a no to what was offered. Anything else leaves the offer on the table.</summary>
internal static class Offers
{
    public static Turn? Take(Turn turn, MessageReading reading, Surroundings around)
    {
        if (turn.Conversation.OpenOffer is not { } offer)
        {
            return null;
        }

        // A yes with a question of its own ("yes, but what does it cost?") is answered first and then gone on with.
        if (reading.QuestionText.Length > 0)
        {
            var answered = Answering.AnswerQuestion(turn, reading.QuestionText, around);
            return reading.Has(Intent.Agree) ? Accept(answered, offer, around) : Commands.Reask(answered, around);
        }

        if (reading.Has(Intent.Agree))
        {
            return Accept(turn, offer, around);
        }

        return reading.Has(Intent.Decline) ? Decline(turn, offer, around) : null;
    }

    public static Turn Accept(Turn turn, string offer, Surroundings around)
    {
        turn = turn.CloseOffer(offer, accepted: true);
        turn = offer switch
        {
            OfferIds.FirstConversation => Agenda.Open(turn, FormIds.FirstConversation, around),
            OfferIds.Estimate => Agenda.Open(turn, FormIds.Needs, around),
            OfferIds.Money => Agenda.Open(turn, FormIds.Money, around),
            OfferIds.Helper => Agenda.Open(turn, FormIds.Helper, around),
            OfferIds.Refer or OfferIds.Advice => Agenda.Open(turn, FormIds.Contact, around),
            OfferIds.Send => Sending.Send(turn, around),
            _ => turn,
        };
        return (turn.Conversation.OpenQuestion is null && turn.Conversation.OpenOffer is null ? Agenda.Next(turn, around) : turn).End(EndingIds.Asked);
    }

    public static Turn Decline(Turn turn, string offer, Surroundings around)
    {
        turn = turn.CloseOffer(offer, accepted: false).Say(around, $"{offer}.declined");
        return Agenda.Next(turn, around).End(EndingIds.Declined);
    }
}
