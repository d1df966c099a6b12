using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>How far the spend moves when something else is a little different.</summary>
public static class Sensitivity
{
    /// <summary>Changes of the spend, pounds a year, the largest first.</summary>
    public static ImmutableArray<SpendChange> Of(CaseLoad load, RasTable table)
    {
        ArgumentNullException.ThrowIfNull(load);
        var prices = new RasPriceTable(table);
        var now = Spend(load, prices, -1);
        var areas = table.Areas.Select((area, at) => new SpendChange($"Everybody needs one level more with: {area.Title}", (Spend(load, prices, at) - now) * SimulationResult.WeeksInAYear));
        var yearly = now * SimulationResult.WeeksInAYear;
        return [.. areas.Append(new SpendChange("Five in a hundred more people", yearly * 0.05m)).Append(new SpendChange("Every price 1 % higher", yearly * 0.01m)).OrderByDescending(change => change.Yearly)];
    }

    private static decimal Spend(CaseLoad load, RasPriceTable prices, int raised)
    {
        var spend = 0m;
        var levels = new byte[prices.Areas];
        foreach (var one in load.Cases)
        {
            one.Levels.CopyTo(levels, 0);
            if (raised >= 0)
            {
                levels[raised] = (byte)Math.Min(levels[raised] + 1, prices.Highest(raised));
            }

            spend += prices.Weekly(prices.Points(levels));
        }

        return spend;
    }
}

/// <summary>A change of the spend.</summary>
/// <param name="What">What is different.</param>
/// <param name="Yearly">Pounds a year more.</param>
public sealed record SpendChange(string What, decimal Yearly);
