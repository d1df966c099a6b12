using System.Collections.Immutable;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.SupportPlans;

namespace TransformingLives.CaseBridge.Tests.SupportPlans;

public sealed class AddUpPlanTests
{
    private static readonly HoldingOption DirectPayment = new("direct_payment", "You get the money", "", CanBuyCouncilServices: false);
    private static readonly HoldingOption CouncilManaged = new("council_managed", "The council arranges it", "", CanBuyCouncilServices: true);
    private static readonly SupportPlanLine Sitter = new("Sitter", "A sitter", "3 hours a week", 54.00m);
    private static readonly SupportPlanLine CouncilDay = new("Day centre", "The council", "1 day a week", 60.00m) { IsCouncilService = true };

    [Fact]
    public void Lines_are_added_to_the_penny_and_what_is_bought_once_stands_apart()
    {
        var plan = AddUpPlan.For([Sitter, CouncilDay, new("Flooring", "A shop", "Once", null) { Once = 480.55m }, new("French lessons", "Not said yet", "Not said yet", null)], 285.00m, null, 400.00m);

        Assert.Equal((114.00m, 480.55m, 171.00m), (plan.Weekly, plan.Once, plan.Left));
    }

    [Fact]
    public void The_sums_are_in_pounds_wherever_the_program_runs()
    {
        Assert.Contains("£285.00 a week: £231.00 left.", Assert.Single(SupportPlanWords.Sums(AddUpPlan.For([Sitter], 285.00m, null, 400.00m))), StringComparison.Ordinal);
        Assert.Contains("£50.00 a week: £4.00 more.", Assert.Single(SupportPlanWords.Sums(AddUpPlan.For([Sitter], 50.00m, null, 400.00m))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_direct_payment_cannot_buy_the_councils_own_services_and_a_budget_that_the_council_holds_can()
    {
        Assert.Single(AddUpPlan.For([Sitter, CouncilDay], 285.00m, DirectPayment, 400.00m).NotThisWay);
        Assert.Empty(AddUpPlan.For([Sitter, CouncilDay], 285.00m, CouncilManaged, 400.00m).NotThisWay);
        Assert.Empty(AddUpPlan.For([Sitter], 285.00m, DirectPayment, 400.00m).NotThisWay);
    }

    [Theory]
    [InlineData(399.99, false)]
    [InlineData(400.00, true)]
    [InlineData(620.00, true)]
    public void From_the_threshold_on_a_panel_looks_at_it(double weekly, bool isForPanel)
    {
        var plan = AddUpPlan.For([Sitter with { Weekly = (decimal)weekly }], 100.00m, null, 400.00m);

        Assert.Equal(isForPanel, plan.Panel is not null);
    }

    [Fact]
    public void What_has_no_price_yet_may_come_to_the_whole_budget()
    {
        Assert.NotNull(AddUpPlan.For([new("Something of our own", "", "", null)], 620.00m, null, 400.00m).Panel);
        Assert.Null(AddUpPlan.For([new("Something of our own", "", "", null)], 285.00m, null, 400.00m).Panel);
    }

    [Fact]
    public void Of_any_plan_the_lines_add_up_to_the_sum_and_what_is_left_is_the_budget_less_the_sum()
    {
        var chance = new Random(20081010);
        for (var i = 0; i < 100_000; i++)
        {
            ImmutableArray<SupportPlanLine> lines = [.. Enumerable.Range(0, chance.Next(1, 9)).Select(_ => new SupportPlanLine("x", "y", "z", chance.Next(4) == 0 ? null : chance.Next(0, 50_000) / 100m) { IsCouncilService = chance.Next(3) == 0 })];
            var budget = chance.Next(0, 62_001) / 100m;
            var holding = chance.Next(2) == 0 ? DirectPayment : CouncilManaged;

            var plan = AddUpPlan.For(lines, budget, holding, 400.00m);

            Assert.Equal(lines.Where(line => line.Weekly is not null).Sum(line => line.Weekly!.Value), plan.Weekly);
            Assert.Equal(budget - plan.Weekly, plan.Left);
            Assert.Equal(Math.Round(plan.Weekly, 2), plan.Weekly);
            Assert.Equal(holding.CanBuyCouncilServices ? 0 : lines.Count(line => line.IsCouncilService), plan.NotThisWay.Length);
        }
    }
}
