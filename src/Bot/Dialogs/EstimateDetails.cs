using System.Collections.Immutable;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What unfolds under an indicative budget: the whole sum, how it can be held and spent, and how to disagree.</summary>
internal static class EstimateDetails
{
    public static ImmutableArray<Detail> Of(Turn turn, BudgetEstimate estimate, RasTable? table, Surroundings around)
    {
        ImmutableArray<string> worker = [.. estimate.CostIndividually, .. estimate.Panel is { } panel ? [panel] : ImmutableArray<string>.Empty];
        return
        [
            new Detail("How we worked it out", Working(estimate)),
            .. worker.IsEmpty ? ImmutableArray<Detail>.Empty : [new Detail("A worker will look at this one", worker)],
            new Detail("Ways to hold the money", [.. (table?.HoldingOptions ?? []).Select(option => $"{option.Title}. {option.Text}"), "You can choose, and mix them. The amount is the same."]),
            new Detail("What it can be spent on", [turn.Phrase(around, PhraseIds.EstimateSpend).Text]),
            new Detail("If you think it is wrong", [turn.Phrase(around, PhraseIds.EstimateDisagree).Text]),
        ];
    }

    /// <summary>Each answer with its points, the arithmetic, and the table with its version.</summary>
    public static ImmutableArray<string> Working(BudgetEstimate estimate) =>
    [
        .. estimate.Areas.Select(area => $"{area.Title}: {area.Points} of {area.Max} points. {area.Answer}"),
        .. estimate.Working,
        $"Table {estimate.TableId}, version {estimate.TableVersion}, status: {estimate.TableStatus}. The whole table is on the page “How budgets are worked out”.",
    ];
}
