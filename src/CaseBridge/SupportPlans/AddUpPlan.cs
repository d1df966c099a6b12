using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.SupportPlans;

/// <summary>Adds a support plan up. Pure; nothing in it agrees anything.</summary>
public static class AddUpPlan
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The plan with its sums, what can't be bought in this way, and whether a panel looks at it.</summary>
    /// <param name="lines">What is in it.</param>
    /// <param name="budget">The indicative budget, pounds a week.</param>
    /// <param name="holding">The way to hold the money; null where nobody chose.</param>
    /// <param name="panelFrom">From so many pounds a week a panel looks at a plan.</param>
    public static SupportPlan For(ImmutableArray<SupportPlanLine> lines, decimal budget, HoldingOption? holding, decimal panelFrom)
    {
        var weekly = lines.Sum(line => line.Weekly ?? 0);
        return new SupportPlan
        {
            Lines = lines,
            Budget = budget,
            Weekly = weekly,
            Once = lines.Sum(line => line.Once ?? 0),
            Holding = holding?.Id ?? "",
            NotThisWay = holding is { CanBuyCouncilServices: false }
                ? [.. lines.Where(line => line.IsCouncilService).Select(line => $"{line.For}: money that is paid out can't buy the council's own services. The council can arrange this part, or somebody else can do it.")]
                : [],
            Panel = Math.Max(weekly, HasUnpriced(lines) ? budget : 0) >= panelFrom
                ? string.Create(British, $"A plan of {panelFrom:C2} a week or more is looked at by a panel, so that it keeps the person safe and well.")
                : null,
        };
    }

    // What has no price yet may come to anything up to the budget.
    private static bool HasUnpriced(ImmutableArray<SupportPlanLine> lines) => lines.Any(line => line.Weekly is null && line.Once is null);
}
