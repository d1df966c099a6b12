using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

public sealed class HoldingAndPaymentTests
{
    [Fact]
    public void A_score_without_its_answers_gives_the_figure_of_the_pilot()
    {
        var estimate = Assert.IsType<EstimateResult.Estimated>(EstimateBudget.ForScore(ShippedTable.Table, 100, new EstimateCircumstances())).Estimate;
        Assert.Equal((620.00m, 2480.00m), (estimate.Weekly, estimate.FourWeekly));
        Assert.Equal("The score is 100 points.", estimate.Working[0]);
        Assert.Single(estimate.CostIndividually);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_score_that_no_answers_can_give_is_refused(int points) =>
        Assert.Equal("unknown-score", Assert.IsType<EstimateResult.Refused>(EstimateBudget.ForScore(ShippedTable.Table, points, new EstimateCircumstances())).Code);

    [Fact]
    public void A_score_gives_no_figure_in_a_crisis_either() =>
        Assert.Equal("open-crisis", Assert.IsType<EstimateResult.Refused>(EstimateBudget.ForScore(ShippedTable.Table, 60, new EstimateCircumstances { OpenCrisis = true })).Code);

    [Fact]
    public void The_holding_options_change_nothing_in_the_amount() =>
        Assert.Equal(
            EstimateBudget.WeeklyFor(ShippedTable.Table, 60),
            EstimateBudget.WeeklyFor(ShippedTable.Table with { HoldingOptions = [ShippedTable.Table.HoldingOptions[0]] }, 60));

    [Fact]
    public void Only_what_the_council_arranges_can_buy_the_councils_own_services() =>
        Assert.Equal(["council_managed"], ShippedTable.Table.HoldingOptions.Where(option => option.CanBuyCouncilServices).Select(option => option.Id));

    [Theory]
    [InlineData("12+10+12+6+14+2+0+2+8+10+0+0", 76, true)]
    [InlineData("12+10+12+6+14+2+0+0+8+10+0+0", 74, false)]
    public void From_the_threshold_on_a_panel_looks_at_the_plan(string points, int total, bool panel)
    {
        var estimate = ShippedTable.Estimate(ShippedTable.Levels(points));
        Assert.Equal((total, panel), (estimate.Points, estimate.Panel is not null));
    }

    [Fact]
    public void A_year_has_thirteen_payments_that_follow_each_other()
    {
        var year = PaymentSchedule.ForAYear(620.00m, new DateOnly(2026, 4, 6));
        Assert.Equal(32_240.00m, year.Sum(payment => payment.Amount));
        Assert.Equal(new Payment(1, new DateOnly(2026, 4, 6), new DateOnly(2026, 5, 3), 2480.00m), year[0]);
        Assert.Equal(13, year.Length);
        Assert.All(year.Zip(year.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
    }
}
