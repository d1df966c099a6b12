using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Dialogs.Money;

/// <summary>Questions about the figure that was shown: how it came about, what it can be spent on, how to disagree. They are about this figure, so no guide can answer them.</summary>
internal static class AboutTheBudget
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] How = ["how did you get", "how did you work", "how was that worked", "how was it worked", "how is that worked", "how is it worked", "how have you worked", "where does that come from", "where does that figure", "where did you get", "show me the sum", "show the working", "how come its", "why that much", "why so little", "why is it"];
    private static readonly string[] SpendOnly = ["spend it on", "spend some", "spend any", "spend part", "spend the money on", "spent on", "use it for", "use it on", "use some", "use any", "use part", "put some", "put it towards", "go towards"];

    /// <summary>Of a figure that stands before them, these say it too.</summary>
    private static readonly string[] Spend = [.. SpendOnly, "spend", "buy", "pay for"];
    private static readonly string[] Budgets = ["indicative_budget", "direct_payments", "managed_account", "personal_assistants"];
    private static readonly string[] Disagree = ["dont agree", "disagree", "challenge it", "too low", "not enough", "thats wrong", "it is wrong", "its wrong", "appeal"];

    /// <summary>The answer; null when no figure was shown, or when it is about something else.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">The question, or what was said.</param>
    /// <param name="isAsked">It was asked.</param>
    /// <param name="around">What the turn looks at.</param>
    public static Turn? Take(Turn turn, string text, bool isAsked, Surroundings around)
    {
        var line = Words.Line(text);
        if (turn.Conversation.Estimate is not { } estimate)
        {
            // Before there is a figure, what a budget can be spent on is the same.
            return isAsked && Words.HasAny(line, SpendOnly) && turn.Conversation.Topics is [var topic, ..] && Budgets.Contains(topic)
                ? turn.Say(around, PhraseIds.EstimateSpend).End(EndingIds.Answered)
                : null;
        }

        var reply = Words.HasAny(line, How) ? Explain(turn, estimate, around)
            : Words.HasAny(line, Disagree) ? turn.Phrase(around, PhraseIds.EstimateDisagree)
            : isAsked && Words.HasAny(line, Spend) && !line.Contains("have to pay", StringComparison.Ordinal) ? turn.Phrase(around, PhraseIds.EstimateSpend)
            : null;
        return reply is null ? null : turn.Say(reply).End(EndingIds.Answered);
    }

    private static Reply Explain(Turn turn, BudgetEstimate estimate, Surroundings around)
    {
        var contribution = turn.Conversation.Contribution?.Working ?? [];
        var reply = turn.Phrase(around, PhraseIds.EstimateExplained, ("weekly", estimate.Weekly.ToString("C2", British)), ("points", estimate.Points.ToString(British)));
        return reply with
        {
            Text = $"{reply.Text}\n\n{string.Join(' ', estimate.Working)}\n\nTable {estimate.TableId}, version {estimate.TableVersion} ({estimate.TableStatus}).",
            Rows = [.. estimate.Areas.Select(area => new SummaryRow("", area.Title, $"{area.Answer} {area.Points} of {area.Max} points.", "", false))],
            Details =
            [
                new Detail("Each answer and the sum", EstimateDetails.Working(estimate)),
                .. contribution.IsEmpty ? ImmutableArray<Detail>.Empty : [new Detail("What you may pay", contribution)],
            ],
        };
    }
}
