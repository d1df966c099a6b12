using System.Collections.Immutable;
using CsCheck;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

public sealed class RasPropertyTests
{
    private const int Cases = 100_000;

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

    // The price again in another way: pence for each single point, added one after another.
    private static decimal ByHand(int points)
    {
        int[] penceForEachPoint = [250, 350, 450, 550, 600, 650, 700, 800, 900, 950];
        return Enumerable.Range(0, points).Sum(point => penceForEachPoint[point / 10]) / 100m;
    }

    private static BudgetEstimate For(int[] levels) =>
        ShippedTable.Estimate(levels.Zip(ShippedTable.Table.Areas).ToImmutableDictionary(pair => pair.Second.Code, pair => pair.First));
}
