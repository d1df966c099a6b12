using CsCheck;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

/// <summary>People with any money there can be.</summary>
internal static class RandomMoney
{
    public static Gen<decimal> Pence(int most) => Gen.Int[0, most * 100].Select(pence => pence / 100m);

    public static Gen<FinancialFacts> Facts(ChargingYear year) =>
        Gen.Select(Who, Flags, Gen.Select(Pence(40_000), Pence(10_000)), Gen.Select(Pence(150), Pence(80)), Incomes(year))
            .Select((who, flags, savings, costs, incomes) => new FinancialFacts
            {
                Age = who.Age,
                IsCouple = who.IsCouple,
                Children = who.Children,
                HasDisabilityPremium = flags[0],
                HasEnhancedPremium = flags[1],
                HasCarerPremium = flags[2],
                HasDisabilityBenefit = flags[3],
                Savings = savings.Item1,
                JointSavings = savings.Item2,
                HousingCosts = costs.Item1,
                DisabilityCosts = costs.Item2,
                Incomes = [.. incomes],
            });

    /// <summary>The same person in a few numbers.</summary>
    public static MoneyFacts Few(ChargingYear year, FinancialFacts facts) => new(
        facts.Age,
        (facts.IsCouple ? MoneyFlags.Couple : 0) | (facts.HasDisabilityPremium ? MoneyFlags.DisabilityPremium : 0) | (facts.HasEnhancedPremium ? MoneyFlags.EnhancedPremium : 0)
            | (facts.HasCarerPremium ? MoneyFlags.CarerPremium : 0) | (facts.HasDisabilityBenefit ? MoneyFlags.DisabilityBenefit : 0),
        facts.Children,
        facts.Incomes.Where(income => year.Incomes.Single(kind => kind.Id == income.Kind).Counts).Sum(income => income.Weekly),
        facts.Savings + (facts.JointSavings / 2),
        facts.HousingCosts,
        facts.DisabilityCosts);

    private static Gen<(AgeBand Age, bool IsCouple, int Children)> Who =>
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 9]).Select((age, couple, children) => ((AgeBand)age, couple, children > 6 ? children - 6 : 0));

    private static Gen<bool[]> Flags => Gen.Bool.Array[4];

    private static Gen<Income[]> Incomes(ChargingYear year) =>
        Gen.Select(Gen.Int[0, year.Incomes.Length - 1], Pence(300)).Select((kind, weekly) => new Income(year.Incomes[kind].Id, weekly)).Array[0, 4];
}
