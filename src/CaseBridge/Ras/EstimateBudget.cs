using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>Answers to an indicative budget, with every step. Pure.</summary>
public static class EstimateBudget
{
    private const int Weeks = PaymentSchedule.Weeks;

    /// <summary>Works out the indicative budget.</summary>
    /// <param name="table">The table in force.</param>
    /// <param name="levels">Area code to the level answered, as if nobody helped.</param>
    /// <param name="circumstances">Whether a figure may be shown.</param>
    public static EstimateResult For(RasTable table, IReadOnlyDictionary<string, int> levels, EstimateCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(circumstances);
        if ((NotNow(circumstances) ?? Unanswered(table, levels)) is { } refused)
        {
            return refused;
        }

        var areas = table.Areas.Where(area => levels.ContainsKey(area.Code)).Select(area => Score(area, levels[area.Code])).ToImmutableArray();
        return new EstimateResult.Estimated(Estimate(table, areas, areas.Sum(area => area.Points), circumstances));
    }

    /// <summary>The indicative budget for a total scored elsewhere, without the answers (Cheshire East 2008, appendix 6a: 100).</summary>
    public static EstimateResult ForScore(RasTable table, int points, EstimateCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(circumstances);
        if (points < 0 || points > table.Knots[^1].Points)
        {
            return new EstimateResult.Refused("unknown-score", $"the score should be from 0 to {table.Knots[^1].Points}");
        }

        return NotNow(circumstances) is { } refused ? refused : new EstimateResult.Estimated(Estimate(table, [], points, circumstances));
    }

    /// <summary>Pounds a week for a total: the line between two knots, rounded to the penny once, halves away from zero.</summary>
    public static decimal WeeklyFor(RasTable table, int points)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (below, above) = Between(table, points);
        if (below.Points == above.Points)
        {
            return below.Weekly;
        }

        var weekly = below.Weekly + ((above.Weekly - below.Weekly) * (points - below.Points) / (above.Points - below.Points));
        return Math.Round(weekly, 2, MidpointRounding.AwayFromZero);
    }

    private static EstimateResult.Refused? NotNow(EstimateCircumstances circumstances)
    {
        if (circumstances.OpenCrisis)
        {
            return new("open-crisis", "getting you help now comes first; we can look at a budget when things are calmer");
        }

        if (circumstances.Safeguarding)
        {
            return new("safeguarding", "making sure that everybody is safe comes first");
        }

        return circumstances.CapacityDoubt ? new("capacity-doubt", "somebody from the council should go through this with you") : null;
    }

    private static EstimateResult.Refused? Unanswered(RasTable table, IReadOnlyDictionary<string, int> levels)
    {
        var missing = table.Areas.Where(area => area.Max > 0 && !levels.ContainsKey(area.Code)).Select(area => area.Title).ToList();
        if (missing.Count > 0)
        {
            return new("missing-areas", $"we need an answer about: {string.Join(", ", missing)}");
        }

        var unknown = table.Areas.FirstOrDefault(area => levels.TryGetValue(area.Code, out var level) && area.Levels.All(l => l.Level != level));
        return unknown is null ? null : new("unknown-level", $"the answer about {unknown.Title} is not one of the choices");
    }

    private static BudgetEstimate Estimate(RasTable table, ImmutableArray<ScoredArea> areas, int points, EstimateCircumstances circumstances)
    {
        var weekly = WeeklyFor(table, points);
        return new BudgetEstimate
        {
            TableId = table.Id,
            TableVersion = table.Version,
            TableStatus = table.Status,
            Points = points,
            Weekly = weekly,
            FourWeekly = weekly * Weeks,
            Areas = areas,
            Working = Working(table, areas, points, weekly),
            CostIndividually = CostIndividually(table, areas, points),
            Panel = weekly >= table.PanelFrom ? $"A plan of {Pounds(table.PanelFrom)} a week or more is looked at by a panel, so that it keeps you safe and well." : null,
            Notes = circumstances.ReablementConsidered ? [] : ["estimate.before_reablement"],
        };
    }

    private static ScoredArea Score(RasArea area, int level)
    {
        var answer = area.Levels.Single(l => l.Level == level);
        return new ScoredArea(area.Code, area.Title, level, answer.Text, answer.Points, area.Max);
    }

    private static ImmutableArray<string> Working(RasTable table, ImmutableArray<ScoredArea> areas, int points, decimal weekly)
    {
        var (below, above) = Between(table, points);
        var sum = areas.IsEmpty ? $"The score is {points} points." : $"{string.Join(" + ", areas.Select(area => area.Points))} = {points} points.";
        var price = below.Points == above.Points
            ? $"The table gives {Pounds(below.Weekly)} a week for {points} points."
            : $"The table gives {Pounds(below.Weekly)} for {below.Points} points and {Pounds(above.Weekly)} for {above.Points}: {Pounds(below.Weekly)} + {Share(below, above, points)} = {Pounds(weekly)} a week.";
        return [sum, price, $"For four weeks: 4 × {Pounds(weekly)} = {Pounds(weekly * Weeks)}."];
    }

    // The price of a point is only written where it is whole pence: a rounded one would not add up to the figure.
    private static string Share(RasKnot below, RasKnot above, int points)
    {
        var (span, rise) = (above.Points - below.Points, above.Weekly - below.Weekly);
        return rise * 100 % span == 0
            ? $"{points - below.Points} × {Pounds(rise / span)}"
            : $"{points - below.Points} ÷ {span} × {Pounds(rise)}, to the nearest penny,";
    }

    private static ImmutableArray<string> CostIndividually(RasTable table, ImmutableArray<ScoredArea> areas, int points)
    {
        var byArea = areas.Where(scored => table.Areas.Single(area => area.Code == scored.Code).CostIndividuallyFromLevel is { } from && scored.Level >= from)
            .Select(scored => $"{scored.Title}: “{scored.Answer}” A worker will work out the cost with you.");
        var byTotal = points >= table.CostIndividuallyFrom ? [$"At {table.CostIndividuallyFrom} points or more, a worker works out the cost with you. The table is not a limit."] : Array.Empty<string>();
        return [.. byTotal, .. byArea];
    }

    private static (RasKnot Below, RasKnot Above) Between(RasTable table, int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, table.Knots[^1].Points);
        var above = table.Knots.First(knot => knot.Points >= points);
        var below = above.Points == points ? above : table.Knots.Last(knot => knot.Points < points);
        return (below, above);
    }

    private static string Pounds(decimal amount) => amount.ToString("£#,##0.00", CultureInfo.InvariantCulture);
}
