using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>What somebody told us about their money. Everything is a guess of theirs; a finance officer will check.</summary>
public sealed record FinancialFacts
{
    /// <summary>How old they are.</summary>
    public required AgeBand Age { get; init; }

    /// <summary>They live with a partner.</summary>
    public bool IsCouple { get; init; }

    /// <summary>Children they look after at home.</summary>
    public int Children { get; init; }

    /// <summary>They have the disability premium, or would.</summary>
    public bool HasDisabilityPremium { get; init; }

    /// <summary>They have the enhanced disability premium, or would.</summary>
    public bool HasEnhancedPremium { get; init; }

    /// <summary>They have the carer premium, or would.</summary>
    public bool HasCarerPremium { get; init; }

    /// <summary>They have Attendance Allowance, DLA care or PIP daily living.</summary>
    public bool HasDisabilityBenefit { get; init; }

    /// <summary>Savings of their own, pounds. The home they live in is not counted.</summary>
    public decimal Savings { get; init; }

    /// <summary>Savings held together with a partner, pounds: half counts.</summary>
    public decimal JointSavings { get; init; }

    /// <summary>Money coming in, pounds a week, by kind of <see cref="ChargingYear.Incomes"/>.</summary>
    public ImmutableArray<Income> Incomes { get; init; } = [];

    /// <summary>Rent, mortgage and council tax that no benefit pays, pounds a week.</summary>
    public decimal HousingCosts { get; init; }

    /// <summary>Costs because of disability, pounds a week.</summary>
    public decimal DisabilityCosts { get; init; }
}

/// <summary>Age, as the guarantee sees it.</summary>
public enum AgeBand
{
    /// <summary>18 to 24.</summary>
    From18To24,

    /// <summary>25 to State Pension age.</summary>
    WorkingAge,

    /// <summary>State Pension age and over.</summary>
    PensionAge,
}

/// <summary>Money coming in.</summary>
/// <param name="Kind">Id of a kind of <see cref="ChargingYear.Incomes"/>.</param>
/// <param name="Weekly">Pounds a week.</param>
public sealed record Income(string Kind, decimal Weekly);
