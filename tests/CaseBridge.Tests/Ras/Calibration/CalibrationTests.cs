using System.Collections.Immutable;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.CaseBridge.Tests.Ras.Calibration;

public sealed class CalibrationTests
{
    private static readonly RasTable Table = ShippedTable.Table;
    private static readonly ImmutableArray<CalibrationCase> Invented = [.. SyntheticCases.Make(Table, ["East", "West"], 2_000, seed: 7)];

    /// <summary>Three people whose figures can be checked by hand: 100, 60 and 29 points.</summary>
    private static readonly ImmutableArray<CalibrationCase> Three =
    [
        Case("a", "18 to 64", "Physical", "East", "12+10+12+6+14+6+7+6+8+10+9+0", 600),
        Case("b", "65 to 84", "Memory", "East", "9+7+5+4+6+6+4+0+6+7+6+0", 300),
        Case("c", "65 to 84", "Physical", "West", "2+2+0+1+6+4+4+0+4+4+2+0", 100.50m),
    ];

    [Fact]
    public void Spend_and_who_gains_and_loses_are_what_they_are_by_hand()
    {
        var result = Simulate.Run(new CaseLoad(Three, Table, Table), Table, cashLimit: 60_000, contingencyPercent: 10);

        Assert.Equal((1005.50m, 52_286.00m, 52_026.00m), (result.Weekly, result.Yearly, result.YearlyBefore));
        Assert.Equal((7_714.00m, 1_714.00m), (result.LeftOfLimit, result.LeftOfToSpend));
        Assert.Equal(new GroupChange("All", "everybody", 3, 333.50m, 335.17m, 1, 1), result.Groups[0]);
        Assert.Equal(new GroupChange("Age group", "65 to 84", 2, 200.25m, 192.75m, 0, 1), result.Groups.Single(group => group.Group == "65 to 84"));
        Assert.Equal(new GroupChange("Need", "Physical", 2, 350.25m, 360.25m, 1, 0), result.Groups.Single(group => group.Group == "Physical"));
        Assert.Equal((100.50m, 285.00m, 620.00m), (result.Distribution.P10, result.Distribution.Median, result.Distribution.Most));
        Assert.Equal(3, result.Distribution.Bands.Sum());
    }

    [Fact]
    public void Where_a_case_does_not_say_what_it_costs_now_the_other_table_does()
    {
        var cheaper = SuggestTable.Bend(Table, 2);
        var load = new CaseLoad([.. Three.Select(one => one with { Now = null })], Table, cheaper);
        Assert.Equal(cheaper.Knots[6].Weekly * 52, Simulate.Run(new CaseLoad([Three[1] with { Now = null }], Table, cheaper), Table, 0, 0).YearlyBefore);
        Assert.Equal(2, Simulate.Run(load, Table, 0, 0).Groups[0].Gain);
    }

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.7)]
    [InlineData(1.3)]
    public void A_suggested_table_meets_the_limit_rises_and_keeps_its_top(double share)
    {
        var load = new CaseLoad(Invented, Table, Table);
        var limit = Simulate.Run(load, Table, 0, 0).Yearly * (decimal)share;

        var best = SuggestTable.For(load, Table, limit, contingencyPercent: 5, progress: null, CancellationToken.None).Best!;

        Assert.InRange(best.Result.Yearly, limit * 0.95m * 0.99m, limit * 0.95m);
        Assert.Empty(RasTableChecks.Of(best.Table));
        Assert.Equal((100, 620.00m), (best.Table.Knots[^1].Points, best.Table.Knots[^1].Weekly));
        Assert.Equal(RasStatus.Test, best.Table.Status);
        Assert.All(Enumerable.Range(1, 100), points => Assert.True(EstimateBudget.WeeklyFor(best.Table, points) >= EstimateBudget.WeeklyFor(best.Table, points - 1)));
    }

    [Fact]
    public void A_limit_that_no_curve_can_meet_gets_no_suggestion() =>
        Assert.Null(SuggestTable.For(new CaseLoad(Invented, Table, Table), Table, cashLimit: 1, contingencyPercent: 0, progress: null, CancellationToken.None).Best);

    [Fact]
    public void A_suggested_table_can_be_read_back_as_it_was_written()
    {
        var bent = SuggestTable.Bend(Table, 1.3) with { File = "ras/x.yaml" };
        var read = RasTableLoader.Load("ras/x.yaml", RasTableWriter.Write(bent)).Table!;
        Assert.Equal(bent.Knots.AsEnumerable(), read.Knots);
        Assert.Equal(bent.Areas.SelectMany(area => area.Levels), read.Areas.SelectMany(area => area.Levels));
        Assert.Equal((bent.Id, bent.Version, bent.PanelFrom, bent.HoldingOptions.Length), (read.Id, read.Version, read.PanelFrom, read.HoldingOptions.Length));
    }

    [Fact]
    public void Sensitivity_says_what_one_level_more_would_cost()
    {
        var changes = Sensitivity.Of(new CaseLoad([Three[2]], Table, Table), Table);
        var eating = changes.Single(change => change.What.EndsWith("Eating and drinking", StringComparison.Ordinal));
        Assert.Equal((EstimateBudget.WeeklyFor(Table, 32) - EstimateBudget.WeeklyFor(Table, 29)) * 52, eating.Yearly);
        Assert.Equal(changes.OrderByDescending(change => change.Yearly).Select(change => change.What), changes.Select(change => change.What));
    }

    private static CalibrationCase Case(string id, string age, string need, string area, string points, decimal now)
    {
        var levels = ShippedTable.Levels(points);
        return new CalibrationCase(id, age, need, area, [.. Table.Areas.Select(known => (byte)levels[known.Code])], now);
    }
}
