using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.Bot.Dialogs.Money;

/// <summary>What somebody may have to pay: always with the whole sum, always "may", and a finance officer checks.</summary>
internal static class Charges
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Shows it beside the indicative budget.</summary>
    public static Turn Show(Turn turn, Surroundings around)
    {
        if (turn.Conversation.Estimate is not { } estimate || turn.Conversation.OpenConcerns().Count > 0)
        {
            return turn;
        }

        if (around.Switches.Estimates is { } off)
        {
            return Estimating.TellOff(turn, off, around);
        }

        var year = around.Charging.InForce(around.Today);
        if (year is null || MoneyAnswers.Read(turn.Conversation.Answers, year, around.Today) is not { } facts)
        {
            return turn.Say(around, PhraseIds.ChargeNotKnown);
        }

        var contribution = WorkOutContribution.For(year, facts, estimate.Weekly);
        return turn.Say(Tell(turn, contribution, year, around)).Remember(c => c with { Contribution = contribution });
    }

    /// <summary>Works it out again when an answer about money, or the budget, has changed.</summary>
    public static Turn Again(Turn turn, Question changed, Surroundings around) =>
        turn.Conversation.Contribution is not null && (changed.Area.Length > 0 || around.Content.FindForm(FormIds.Money)?.Find(changed.Id) is not null)
            ? Show(turn, around)
            : turn;

    private static Reply Tell(Turn turn, Contribution contribution, ChargingYear year, Surroundings around)
    {
        var reply = turn.Phrase(around, Phrase(contribution),
            ("pays", Pounds(contribution.Pays)),
            ("council_pays", Pounds(contribution.CouncilPays)),
            ("cost", Pounds(contribution.Cost)),
            ("limit", Pounds(year.Amount(FigureIds.UpperCapitalLimit))),
            ("weeks", (contribution.WeeksUntilLimit ?? 0).ToString(British)),
            ("month", Month(contribution, around)));
        var confirmed = contribution.Unverified.IsEmpty ? [] : ImmutableArray.Create("Some of these amounts are not confirmed yet. A finance officer will confirm them.");
        return reply with
        {
            Style = ReplyStyle.Estimate,
            Rows =
            [
                new SummaryRow("", "You may pay, each week", Pounds(contribution.Pays), "", false),
                new SummaryRow("", "The council may pay", Pounds(contribution.CouncilPays), "", false),
            ],
            Details = [new Detail("How we worked out what you may pay", [.. contribution.Working, .. confirmed, $"Rates of {year.FinancialYear}."])],
        };
    }

    private static string Phrase(Contribution contribution) => contribution switch
    {
        { IsSelfFunder: true, WeeksUntilLimit: <= SoonWeeks } => PhraseIds.ChargeSelfFunderSoon,
        { IsSelfFunder: true } => PhraseIds.ChargeSelfFunder,
        { Pays: 0 } => PhraseIds.ChargeNothing,
        { CouncilPays: 0 } => PhraseIds.ChargeAll,
        _ => PhraseIds.ChargeSome,
    };

    /// <summary>Savings that come down to the limit within half a year are about to run down.</summary>
    private const int SoonWeeks = 26;

    // A date is only named when it is near enough to mean something.
    private static string Month(Contribution contribution, Surroundings around) => contribution.WeeksUntilLimit is { } weeks and < 520
        ? around.Today.AddDays(weeks * 7).ToString("MMMM yyyy", British)
        : "many years from now";

    private static string Pounds(decimal amount) => amount.ToString("C2", British);
}
