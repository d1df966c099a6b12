using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>What a table must hold to be fit for an estimate.</summary>
internal static class RasTableChecks
{
    /// <summary>A person whose every answer is the highest has so many points (Cheshire East 2008, 7.5.2: 100 points).</summary>
    public const int TopPoints = 100;

    /// <summary>Every fault, as the field it is in, the place in the list (-1 where it isn't about one entry) and words.</summary>
    public static IEnumerable<(string Field, int Index, string Message)> Of(RasTable table) =>
        [.. Header(table), .. Holding(table.HoldingOptions), .. table.Areas.SelectMany((area, index) => OfArea(area).Select(message => ("areas", index, message))), .. Total(table), .. Curve(table.Knots)];

    private static IEnumerable<(string Field, int Index, string Message)> Header(RasTable table)
    {
        if (table.Status is not (RasStatus.Test or RasStatus.Approved or RasStatus.Retired))
        {
            yield return ("status", -1, $"The status '{table.Status}' should be test, approved or retired.");
        }

        if (table.Status == RasStatus.Approved && table.ApprovedBy is null)
        {
            yield return ("approved_by", -1, "An approved table says who approved it.");
        }

        if (table.Status == RasStatus.Approved && table.ApprovedOn is null)
        {
            yield return ("approved_on", -1, "An approved table says when it was approved.");
        }

        if (table.Status == RasStatus.Test && (table.ApprovedBy ?? table.ApprovedOn?.ToString(CultureInfo.InvariantCulture)) is not null)
        {
            yield return ("status", -1, "A table that somebody approved is not a test: its status should be approved.");
        }

        if (table.AppliesTo < table.AppliesFrom)
        {
            yield return ("applies_to", -1, "The table ends before it begins.");
        }
    }

    private static IEnumerable<(string Field, int Index, string Message)> Holding(ImmutableArray<HoldingOption> options)
    {
        if (options.IsEmpty)
        {
            yield return ("holding_options", -1, "The table should say how a budget can be held.");
        }

        for (var i = 0; i < options.Length; i++)
        {
            if (options.Take(i).Any(earlier => earlier.Id == options[i].Id))
            {
                yield return ("holding_options", i, $"The holding option {options[i].Id} stands twice.");
            }
        }
    }

    private static IEnumerable<string> OfArea(RasArea area)
    {
        if (area.Levels.Length < 2)
        {
            yield return $"{area.Code} should have two levels or more.";
            yield break;
        }

        if (area.Levels[0].Points != 0)
        {
            yield return $"{area.Code} should start at 0 points: no need, no points.";
        }

        if (area.Levels.Zip(area.Levels.Skip(1)).Any(pair => pair.Second.Points < pair.First.Points))
        {
            yield return $"In {area.Code}, more need gives fewer points: points should rise from level to level.";
        }

        if (area.CostIndividuallyFromLevel >= area.Levels.Length)
        {
            yield return $"{area.Code} has no level {area.CostIndividuallyFromLevel}: its highest is {area.Levels.Length - 1}.";
        }
    }

    private static IEnumerable<(string Field, int Index, string Message)> Total(RasTable table)
    {
        foreach (var code in table.Areas.GroupBy(area => area.Code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return ("areas", -1, $"The area {code} stands twice.");
        }

        if (table.Areas.All(area => area.Levels.Length > 0) && table.MaxPoints != TopPoints)
        {
            yield return ("areas", -1, $"The highest answers add up to {table.MaxPoints} points; they should add up to {TopPoints}.");
        }
    }

    private static IEnumerable<(string Field, int Index, string Message)> Curve(ImmutableArray<RasKnot> knots)
    {
        if (knots.IsEmpty || knots[0].Points != 0 || knots[^1].Points != TopPoints)
        {
            yield return ("knots", -1, $"The price curve should run from 0 to {TopPoints} points.");
        }

        for (var i = 0; i < knots.Length; i++)
        {
            if (i > 0 && (knots[i].Points <= knots[i - 1].Points || knots[i].Weekly < knots[i - 1].Weekly))
            {
                yield return ("knots", i, "The price curve should rise: more points, more pounds.");
            }

            if (decimal.Round(knots[i].Weekly, 2) != knots[i].Weekly)
            {
                yield return ("knots", i, $"{knots[i].Weekly} is not whole pence.");
            }
        }
    }
}
