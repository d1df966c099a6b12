using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

public sealed class EdgeOfChargingTests
{
    private static readonly ChargingYear Year = ShippedYears.Year2025;

    [Theory]
    [InlineData("14250.00", "0.00")]
    [InlineData("14250.01", "1.00")]
    [InlineData("14500.00", "1.00")]
    [InlineData("14500.01", "2.00")]
    [InlineData("23250.00", "36.00")]
    public void Savings_between_the_limits_count_a_pound_for_each_step_or_part(string savings, string tariff) =>
        Assert.Equal(decimal.Parse(tariff), ChargeSum.Tariff(ChargeRates.Of(Year), decimal.Parse(savings)));

    [Theory]
    [InlineData("23250.00", false)]
    [InlineData("23250.01", true)]
    public void Only_savings_above_the_limit_make_a_self_funder(string savings, bool selfFunder) =>
        Assert.Equal(selfFunder, WorkOutContribution.For(Year, People.MrsA with { Savings = decimal.Parse(savings) }, 100).IsSelfFunder);

    [Fact]
    public void Half_of_joint_savings_counts() =>
        Assert.Equal(
            WorkOutContribution.For(Year, People.MrB, 100.50m).Pays,
            WorkOutContribution.For(Year, People.MrB with { Savings = 0, JointSavings = 36_200 }, 100.50m).Pays);

    [Fact]
    public void Somebody_without_money_coming_in_pays_nothing()
    {
        var contribution = WorkOutContribution.For(Year, new FinancialFacts { Age = AgeBand.WorkingAge }, 226.50m);
        Assert.Equal(0, contribution.Pays);
        Assert.Contains(contribution.Working, step => step.Contains("nothing is left to pay from", StringComparison.Ordinal));
    }

    [Fact]
    public void A_premium_a_child_and_the_home_all_stay_with_the_person()
    {
        var facts = People.MrsA with { HasCarerPremium = true, Children = 2, HousingCosts = 10 };
        Assert.Equal(131.30m - 53.25m - 10m, WorkOutContribution.For(Year, facts with { Children = 0 }, 285).Pays);
        Assert.Equal(0, WorkOutContribution.For(Year, facts, 285).Pays);
    }

    [Fact]
    public void A_council_may_ask_for_less()
    {
        Assert.Equal(126.30m, Pays(new LocalGenerosity(5, 0, 0, 100)));
        Assert.Equal(116.07m, Pays(new LocalGenerosity(0, 34.05m, 0, 99), benefit: true));
        Assert.Equal(65.65m, Pays(new LocalGenerosity(0, 0, 0, 50)));
        Assert.Equal(0m, Pays(new LocalGenerosity(0, 0, 200, 100)));
    }

    [Fact]
    public void A_kind_of_income_that_nobody_knows_is_a_fault_and_not_left_out() =>
        Assert.Throws<ArgumentException>(() => WorkOutContribution.For(Year, People.MrsA with { Incomes = [new Income("lottery", 10)] }, 285));

    [Fact]
    public void A_figure_that_nobody_verified_is_named_with_the_result()
    {
        Assert.Empty(WorkOutContribution.For(Year, People.MrsA, 285).Unverified);
        Assert.Equal([FigureIds.GuaranteeCouplePensionAge], WorkOutContribution.For(Year, People.MrsA with { IsCouple = true }, 285).Unverified.AsEnumerable());
    }

    private static decimal Pays(LocalGenerosity local, bool benefit = false) =>
        WorkOutContribution.For(Year with { Local = local }, People.MrsA with { HasDisabilityBenefit = benefit }, 285).Pays;
}
