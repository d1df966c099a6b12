using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>Tries a table on all cases of a council. Pure.</summary>
public static class Simulate
{
    /// <summary>Spend, distribution, and who gains and loses.</summary>
    /// <param name="load">The cases.</param>
    /// <param name="table">The table to try.</param>
    /// <param name="cashLimit">Pounds a year.</param>
    /// <param name="contingencyPercent">Held back, in hundredths of the limit.</param>
    public static SimulationResult Run(CaseLoad load, RasTable table, decimal cashLimit, decimal contingencyPercent)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(table);
        var prices = new RasPriceTable(table);
        var after = Array.ConvertAll(load.Scores, prices.Weekly);
        return new SimulationResult
        {
            Table = $"{table.Id} {table.Version}",
            Cases = after.Length,
            Weekly = Sum(after),
            YearlyBefore = Sum(load.Before) * SimulationResult.WeeksInAYear,
            CashLimit = cashLimit,
            ContingencyPercent = contingencyPercent,
            Distribution = Spread(after),
            Groups = [All(load.Before, after), .. load.Dimensions.SelectMany(dimension => Changes(dimension, load.Before, after))],
        };
    }

    private static decimal Sum(decimal[] amounts)
    {
        var sum = 0m;
        foreach (var amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }

    private static GroupChange All(decimal[] before, decimal[] after) =>
        Changes(new Dimension("All", ["everybody"], new int[after.Length]), before, after).Single();

    private static IEnumerable<GroupChange> Changes(Dimension dimension, decimal[] before, decimal[] after)
    {
        var tally = new Tally[dimension.Groups.Length];
        for (var i = 0; i < after.Length; i++)
        {
            ref var group = ref tally[dimension.GroupOf[i]];
            group.Cases++;
            group.Before += before[i];
            group.After += after[i];
            group.Gain += after[i] > before[i] ? 1 : 0;
            group.Lose += after[i] < before[i] ? 1 : 0;
        }

        return tally.Select((group, at) => new GroupChange(dimension.Title, dimension.Groups[at], group.Cases, Mean(group.Before, group.Cases), Mean(group.After, group.Cases), group.Gain, group.Lose));
    }

    private static decimal Mean(decimal sum, int count) => count == 0 ? 0 : Math.Round(sum / count, 2, MidpointRounding.AwayFromZero);

    private static Distribution Spread(decimal[] after)
    {
        var sorted = (decimal[])after.Clone();
        Array.Sort(sorted);
        var most = sorted.Length == 0 ? 0 : sorted[^1];
        var bands = new int[(int)(most / Distribution.BandWidth) + 1];
        foreach (var amount in after)
        {
            bands[(int)(amount / Distribution.BandWidth)]++;
        }

        decimal At(int hundredth) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, ((sorted.Length * hundredth) + 99) / 100 - 1)];
        return new Distribution([.. bands], At(10), At(25), At(50), At(75), At(90), most);
    }

    private struct Tally
    {
        public int Cases;
        public decimal Before;
        public decimal After;
        public int Gain;
        public int Lose;
    }
}
