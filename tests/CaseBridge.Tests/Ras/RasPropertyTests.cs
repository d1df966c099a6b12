using System.Collections.Immutable;
using CsCheck;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

public sealed class RasPropertyTests
{
    private const int Cases = 100_000;
    private const int People = 100;

    private static readonly Gen<int[]> Levels = Gen.Int[0, 1_000_000].Array[ShippedTable.Table.Areas.Length]
        .Select(random => random.Zip(ShippedTable.Table.Areas, (number, area) => number % area.Levels.Length).ToArray());

    [Fact]
    public void More_need_never_gives_less() => Gen.Select(Levels, Gen.Int[0, 11]).Sample(
        (levels, area) =>
        {
            var more = (int[])levels.Clone();
            more[area] = Math.Min(more[area] + 1, ShippedTable.Table.Areas[area].Levels.Length - 1);
            return For(more).Weekly >= For(levels).Weekly;
        },
        iter: Cases);

    [Fact]
    public void Money_is_whole_pence_and_the_trace_adds_up_to_it() => Levels.Sample(
        levels =>
        {
            var estimate = For(levels);
            return decimal.Round(estimate.Weekly, 2) == estimate.Weekly
                && estimate.FourWeekly == 4 * estimate.Weekly
                && estimate.Points == estimate.Areas.Sum(area => area.Points)
                && estimate.Weekly == ByHand(estimate.Points);
        },
        iter: Cases);

    [Fact]
    public void More_need_never_gives_less_on_any_table_a_council_may_make() => Gen.Select(RandomTable, Gen.Select(Levels, Gen.Int[0, 11]).Array[People]).Sample(
        (table, people) =>
        {
            var prices = new RasPriceTable(table);
            decimal Weekly(int[] of) => prices.Weekly(prices.Points([.. of.Select(level => (byte)level)]));
            return !RasTableChecks.Of(table).Any() && people.All(person =>
            {
                var more = (int[])person.Item1.Clone();
                more[person.Item2] = Math.Min(more[person.Item2] + 1, table.Areas[person.Item2].Levels.Length - 1);
                return Weekly(more) >= Weekly(person.Item1);
            });
        },
        iter: Cases / People);

    [Fact]
    public void The_table_laid_out_for_speed_gives_the_same()
    {
        var prices = new RasPriceTable(ShippedTable.Table);
        Levels.Sample(
            levels =>
            {
                var score = prices.Points([.. levels.Select(level => (byte)level)]);
                var estimate = For(levels);
                return (score, prices.Weekly(score)) == (estimate.Points, estimate.Weekly);
            },
            iter: Cases);
    }

    [Fact]
    public void A_whole_council_is_worked_out_without_memory()
    {
        var prices = new RasPriceTable(ShippedTable.Table);
        var charges = new ChargingTable(Charging.ShippedYears.Year2026);
        var money = new MoneyFacts(AgeBand.PensionAge, MoneyFlags.DisabilityBenefit, 0, 310.15m, 17_000, 12.40m, 20);
        byte[] levels = [3, 3, 2, 3, 2, 3, 2, 0, 3, 3, 3, 0];
        var total = 0m;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
        {
            total += charges.Charge(money, prices.Weekly(prices.Points(levels)));
        }

        // What the first few calls need to be compiled, and nothing for each.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 9_999);
        Assert.True(total > 0);
    }

    /// <summary>Tables with other prices: what a council may try.</summary>
    private static readonly Gen<RasTable> RandomTable = Gen.Int[0, 20_000].Array[10].Select(steps =>
        ShippedTable.Table with { Knots = [new RasKnot(0, 0), .. steps.Select((_, index) => new RasKnot((index + 1) * 10, steps.Take(index + 1).Sum() / 100m))] });

    // The price again in another way: pence for each single point, added one after another.
    private static decimal ByHand(int points)
    {
        int[] penceForEachPoint = [250, 350, 450, 550, 600, 650, 700, 800, 900, 950];
        return Enumerable.Range(0, points).Sum(point => penceForEachPoint[point / 10]) / 100m;
    }

    private static BudgetEstimate For(int[] levels) =>
        ShippedTable.Estimate(levels.Zip(ShippedTable.Table.Areas).ToImmutableDictionary(pair => pair.Second.Code, pair => pair.First));
}
