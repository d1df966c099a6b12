using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

/// <summary>Charges worked out by hand, to the penny.</summary>
public sealed class WorkedChargeTests
{
    [Theory]
    [InlineData("Mrs A", "285.00", "131.30", "153.70")]
    [InlineData("Mr B", "100.50", "58.65", "41.85")]
    [InlineData("Ms C", "226.50", "60.75", "165.75")]
    [InlineData("Mr D", "226.50", "226.50", "0.00")]
    [InlineData("Mr B", "35.50", "35.50", "0.00")]
    public void Each_person_pays_the_sum_worked_out_by_hand(string who, string cost, string pays, string council)
    {
        var contribution = WorkOutContribution.For(ShippedYears.Year2025, Who(who), decimal.Parse(cost));
        Assert.Equal(decimal.Parse(pays), contribution.Pays);
        Assert.Equal(decimal.Parse(council), contribution.CouncilPays);
    }

    [Fact]
    public void A_self_funder_hears_when_savings_reach_the_limit()
    {
        var contribution = WorkOutContribution.For(ShippedYears.Year2025, People.MrD, 226.50m);
        Assert.True(contribution.IsSelfFunder);
        Assert.Equal(34, contribution.WeeksUntilLimit);
        Assert.Contains("in about 34 weeks", contribution.Working[1], StringComparison.Ordinal);
        Assert.Contains("Tell us before then", contribution.Working[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_working_says_each_step_in_words() =>
        Assert.Equal(
            [
                "Money coming in that counts: State Pension £230.25 + private or work pension £60.00 = £290.25.",
                "Savings of £18,100.00 are £3,850.00 above £14,250.00. £1.00 for each £250.00 or part of it: £16.00 a week.",
                "You keep: the guarantee £232.60 + costs because of disability £15.00 = £247.60.",
                "What is left: £306.25 − £247.60 = £58.65.",
                "The support costs £100.50 a week. You pay £58.65, the council pays £41.85.",
            ],
            WorkOutContribution.For(ShippedYears.Year2025, People.MrB, 100.50m).Working.AsEnumerable());

    [Fact]
    public void Who_gets_nothing_from_the_council_is_told_why() =>
        Assert.Equal(
            "What is left is as much as the support costs, or more, so the council pays nothing towards it.",
            WorkOutContribution.For(ShippedYears.Year2025, People.MrB, 35.50m).Working[^1]);

    [Fact]
    public void What_is_not_counted_is_said()
    {
        var working = WorkOutContribution.For(ShippedYears.Year2025, People.MsC, 226.50m).Working;
        Assert.Contains("Not counted: the mobility part of DLA or PIP £77.05, wages from work £50.00.", working);
    }

    private static FinancialFacts Who(string who) => who switch
    {
        "Mrs A" => People.MrsA,
        "Mr B" => People.MrB,
        "Ms C" => People.MsC,
        _ => People.MrD,
    };
}
