using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

/// <summary>People whose charge was worked out by hand, with rates of 2025/26.</summary>
internal static class People
{
    /// <summary>82, alone: Pension Credit, severe disability, Attendance Allowance at the lower rate.</summary>
    public static FinancialFacts MrsA { get; } = new()
    {
        Age = AgeBand.PensionAge,
        Savings = 9_000,
        DisabilityCosts = 20,
        Incomes = [new("pension_credit", 227.10m), new("severe_disability", 82.90m), new("disability_benefit", 73.90m)],
    };

    /// <summary>78, alone: State Pension, a private pension, some savings.</summary>
    public static FinancialFacts MrB { get; } = new()
    {
        Age = AgeBand.PensionAge,
        Savings = 18_100,
        DisabilityCosts = 15,
        Incomes = [new("state_pension", 230.25m), new("private_pension", 60)],
    };

    /// <summary>40: Employment and Support Allowance, PIP at the enhanced rates, wages.</summary>
    public static FinancialFacts MsC { get; } = new()
    {
        Age = AgeBand.WorkingAge,
        Savings = 3_000,
        DisabilityCosts = 25,
        HasDisabilityPremium = true,
        HasEnhancedPremium = true,
        Incomes = [new("employment_support", 161.75m), new("disability_benefit", 110.40m), new("mobility", 77.05m), new("wages", 50)],
    };

    /// <summary>86: savings above the limit.</summary>
    public static FinancialFacts MrD { get; } = new() { Age = AgeBand.PensionAge, Savings = 31_000 };
}
