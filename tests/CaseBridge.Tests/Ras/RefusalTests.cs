using System.Collections.Immutable;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

public sealed class RefusalTests
{
    private static readonly ImmutableDictionary<string, int> Answers = ShippedTable.Levels("9+7+5+4+6+6+4+0+6+7+6+0");

    [Fact]
    public void No_figure_is_shown_in_a_crisis() => Assert.Equal("open-crisis", Code(new EstimateCircumstances { OpenCrisis = true }));

    [Fact]
    public void No_figure_is_shown_while_somebody_may_not_be_safe() => Assert.Equal("safeguarding", Code(new EstimateCircumstances { Safeguarding = true }));

    [Fact]
    public void No_figure_is_shown_when_there_is_doubt_who_can_decide() => Assert.Equal("capacity-doubt", Code(new EstimateCircumstances { CapacityDoubt = true }));

    [Fact]
    public void A_missing_answer_is_named_and_never_counted_as_no_need()
    {
        var refused = Assert.IsType<EstimateResult.Refused>(EstimateBudget.For(ShippedTable.Table, Answers.Remove("D05"), new EstimateCircumstances()));
        Assert.Equal("missing-areas", refused.Code);
        Assert.Contains("Moving about at home safely", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_is_not_a_choice_is_refused() =>
        Assert.Equal("unknown-level", Assert.IsType<EstimateResult.Refused>(EstimateBudget.For(ShippedTable.Table, Answers.SetItem("D05", 9), new EstimateCircumstances())).Code);

    [Fact]
    public void No_table_is_in_force_after_the_last_one_ends()
    {
        var tables = new RasTables([ShippedTable.Table]);
        Assert.Null(tables.InForce(new DateOnly(2026, 4, 5)));
        Assert.Same(ShippedTable.Table, tables.InForce(new DateOnly(2026, 4, 6)));
        Assert.Same(ShippedTable.Table, tables.InForce(new DateOnly(2027, 4, 5)));
        Assert.Null(tables.InForce(new DateOnly(2027, 4, 6)));
    }

    [Fact]
    public void An_approved_table_goes_before_a_test_and_a_retired_one_never_counts()
    {
        var approved = ShippedTable.Table with { Id = "signed", Status = "approved", ApprovedBy = "Adults committee" };
        var retired = ShippedTable.Table with { Id = "old", Status = "retired" };
        Assert.Equal("signed", new RasTables([ShippedTable.Table, approved, retired]).InForce(new DateOnly(2026, 11, 24))?.Id);
        Assert.Null(new RasTables([retired]).InForce(new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public void Before_reablement_the_figure_says_so() =>
        Assert.Equal(["estimate.before_reablement"], Assert.IsType<EstimateResult.Estimated>(EstimateBudget.For(ShippedTable.Table, Answers, new EstimateCircumstances())).Estimate.Notes.AsEnumerable());

    [Theory]
    [InlineData("9+7+5+4+6+6+4+0+6+7+6+0", 0)]
    [InlineData("9+7+5+4+6+6+4+0+6+10+6+0", 1)]
    [InlineData("9+7+5+4+6+6+4+0+6+10+9+0", 2)]
    [InlineData("12+10+12+6+14+6+7+6+8+10+9+0", 3)]
    public void A_worker_costs_it_where_the_table_is_not_enough(string points, int reasons) =>
        Assert.Equal(reasons, ShippedTable.Estimate(ShippedTable.Levels(points)).CostIndividually.Length);

    [Fact]
    public void Help_as_a_parent_gives_no_points_and_is_costed_by_a_worker()
    {
        var estimate = ShippedTable.Estimate(Answers.SetItem("D12", 2));
        Assert.Equal(285.00m, estimate.Weekly);
        Assert.Single(estimate.CostIndividually);
    }

    private static string Code(EstimateCircumstances circumstances) =>
        Assert.IsType<EstimateResult.Refused>(EstimateBudget.For(ShippedTable.Table, Answers, circumstances)).Code;
}
