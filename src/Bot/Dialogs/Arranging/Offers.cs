using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>A yes or a no to what was offered. Anything else leaves the offer as it is. A no is respected.</summary>
internal static class Offers
{
    /// <summary>What was made of the offer on the table; null when the message is neither a yes nor a no to it.</summary>
    public static Turn? Take(Turn turn, MessageReading reading, Surroundings around)
    {
        if (turn.Conversation.OpenOffer is not { } offer)
        {
            return null;
        }

        // A yes to one thing by its name ("the alarm, yes") is no yes to something else, and no figure today is no "no" to help.
        var kinds = OfferIds.Kinds(offer);
        var named = around.Kinds.NamedIn(reading.Statement, around.SafetyRules).Select(kind => kind.Id).ToList();
        if (reading.Agrees == true && named.Count > 0 && !named.Any(kinds.Contains) || reading.Agrees == false && offer != OfferIds.Estimate && Wishes.IsNoFigure(turn, reading))
        {
            return null;
        }

        // Of several things, a yes that names one is a yes to that one.
        if (reading.Agrees == true && kinds.Length > 1 && named.Count > 0 && kinds.Except(named).Any() && !Words.HasAny(Words.Line(reading.Statement), "both", "all", "too", "as well"))
        {
            return Sending.Send(turn.CloseOffer(offer, accepted: true), [.. kinds.Where(named.Contains)], around);
        }

        // Somebody who gives a number to be rung on, asked whether we may pass something on, says yes.
        var givesNumber = kinds.Length > 0 && Reach.IsGiven(reading);
        return reading.Agrees == true || reading.Agrees is null && givesNumber ? Accept(turn, offer, around)
            : reading.Agrees == false ? Decline(turn, offer, around)
            : null;
    }

    public static Turn Accept(Turn turn, string offer, Surroundings around)
    {
        turn = turn.CloseOffer(offer, accepted: true);
        var kinds = OfferIds.Kinds(offer);
        if (kinds.Length > 0)
        {
            return Sending.Send(turn, kinds, around);
        }

        return (offer switch
        {
            _ when around.Switches.Estimates is { } off && Estimating.IsOff(offer, around) => Estimating.TellOff(turn.Remember(c => c with { Offers = c.Offers.Remove(offer) }), off, around),
            OfferIds.FirstConversation => Agenda.Begin(turn, FormIds.FirstConversation, around),
            OfferIds.Estimate => Agenda.Begin(turn, FormIds.Needs, around),
            OfferIds.Money => Agenda.Begin(turn, FormIds.Money, around),
            OfferIds.SupportPlan => Agenda.Begin(turn, FormIds.SupportPlan, around),
            OfferIds.Contingency => Agenda.Begin(turn, FormIds.ContingencyPlan, around),
            OfferIds.Helper => Agenda.Begin(turn, FormIds.Helper, around),
            _ => turn,
        }).End(EndingIds.Asked);
    }

    public static Turn Decline(Turn turn, string offer, Surroundings around)
    {
        turn = turn.CloseOffer(offer, accepted: false);
        foreach (var kind in OfferIds.Kinds(offer))
        {
            turn = turn.CloseOffer(OfferIds.Arrange(kind), accepted: false).Remember(c => c with { Suggested = c.Suggested.Remove(kind) });
        }

        var phrase = OfferIds.Kinds(offer).Length > 0 ? "arrange.declined" : $"{offer}.declined";
        return turn.Say(around, phrase).End(EndingIds.Declined);
    }
}
