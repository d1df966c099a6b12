using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.TurnedOff;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Dialogs;

/// <summary>An indicative budget: always with its whole working, never in a crisis, never from anything a helper does.</summary>
internal static class Estimating
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A figure may be offered: no administrator has turned them off, it was not answered yet, and it would not be refused because help comes first.</summary>
    public static bool MayBeOffered(Conversation conversation, Surroundings around) =>
        around.Switches.Estimates is null && conversation.MayOffer(OfferIds.Estimate) && !conversation.IsInCrisis && conversation.OpenConcerns().Count == 0;

    /// <summary>The offer leads to a figure, and figures are turned off.</summary>
    public static bool IsOff(string offer, Surroundings around) => offer is OfferIds.Estimate or OfferIds.Money or OfferIds.SupportPlan && around.Switches.Estimates is not null;

    /// <summary>Figures are turned off: none is worked out, and we say so.</summary>
    public static Turn TellOff(Turn turn, SwitchedOff off, Surroundings around) => turn.Say(OffWords.For(off, PhraseIds.OffEstimates, around)).End(EndingIds.NoEstimate);

    /// <summary>Somebody asks for a figure.</summary>
    public static Turn Wanted(Turn turn, Surroundings around)
    {
        if (around.Switches.Estimates is { } off)
        {
            return Commands.Reask(TellOff(turn, off, around), around);
        }

        if (turn.Conversation.IsInCrisis || turn.Conversation.OpenConcerns().Count > 0)
        {
            return Commands.Reask(turn.Say(around, PhraseIds.NoEstimateInCrisis), around).End(EndingIds.NoEstimate);
        }

        return turn.Conversation.Finished.Contains(FormIds.Needs)
            ? Agenda.Next(Show(turn, around), around).End(EndingIds.Estimated)
            : EarlyEstimate.Show(turn.CloseOffer(OfferIds.Estimate, accepted: true), around);
    }

    /// <summary>Shows the estimate for the answers as they are.</summary>
    public static Turn Show(Turn turn, Surroundings around)
    {
        if (around.Switches.Estimates is { } off)
        {
            return TellOff(turn, off, around);
        }

        switch (For(turn.Conversation, turn.Conversation.Answers, around))
        {
            case EstimateResult.Estimated(var estimate):
                return turn.Say(Tell(turn, estimate, around)).Remember(c => c with { Estimate = estimate }).End(EndingIds.Estimated);
            case EstimateResult.Refused refused:
                return turn.Say(around, PhraseIds.EstimateRefused, ("reason", refused.Reason)).End(EndingIds.NoEstimate);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Works it out again after a change, and says what changed.</summary>
    public static Turn Again(Turn turn, Surroundings around, string same = PhraseIds.EstimateSame)
    {
        if (around.Switches.Estimates is not null)
        {
            // What was shown no longer fits the answers, and nothing new is worked out: nobody is left with a wrong figure.
            return turn.Remember(c => c with { Estimate = null, Contribution = null });
        }

        var before = turn.Conversation.Estimate!;
        turn = turn.Conversation.Finished.Contains(FormIds.Needs) ? Show(turn, around) : EarlyEstimate.Figure(turn, around);
        return turn.Conversation.Estimate is { } now && now.Weekly != before.Weekly
            ? turn.Say(around, PhraseIds.EstimateChanged, ("before", Pounds(before.Weekly)), ("now", Pounds(now.Weekly)))
            : turn.Say(around, same);
    }

    internal static EstimateResult For(Conversation conversation, Answers answers, Surroundings around)
    {
        if (around.RasTables.InForce(around.Today) is not { } table)
        {
            return new EstimateResult.Refused("no-table", "there is no table of budgets for today");
        }

        var concerns = conversation.OpenConcerns();
        var circumstances = new EstimateCircumstances
        {
            OpenCrisis = conversation.IsInCrisis || concerns.Any(kind => kind != "safeguarding"),
            Safeguarding = concerns.Contains("safeguarding"),
            ReablementConsidered = conversation.Topics.Contains("reablement"),
        };
        var needs = around.Content.FindForm(FormIds.Needs) ?? throw new InvalidOperationException("There is no form about needs in content/forms.");
        return EstimateBudget.For(table, NeedLevels.Of(needs, answers), circumstances);
    }

    internal static Reply Tell(Turn turn, BudgetEstimate estimate, Surroundings around)
    {
        var reply = turn.Phrase(around, PhraseIds.Estimate,
            ("weekly", Pounds(estimate.Weekly)), ("fourWeekly", Pounds(estimate.FourWeekly)), ("points", estimate.Points.ToString(British)));
        var notes = estimate.Notes.Select(note => $"\n\n{turn.Phrase(around, note).Text}");
        return reply with
        {
            Text = reply.Text + string.Concat(notes),
            Style = ReplyStyle.Estimate,
            Rows =
            [
                new SummaryRow("", "Each week", Pounds(estimate.Weekly), "", false),
                new SummaryRow("", "For four weeks", Pounds(estimate.FourWeekly), "", false),
                new SummaryRow("", "Points", $"{estimate.Points} of 100", "", false),
            ],
            Details = EstimateDetails.Of(turn, estimate, around.RasTables.InForce(around.Today), around),
        };
    }

    internal static string Pounds(decimal amount) => amount.ToString("C2", British);
}
