using System.Collections.Immutable;
using System.Reflection;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>The figures that a charging year must have.</summary>
public static class FigureIds
{
    /// <summary>Above it a person pays the full cost.</summary>
    public const string UpperCapitalLimit = "upper_capital_limit";

    /// <summary>Savings up to it are not counted.</summary>
    public const string LowerCapitalLimit = "lower_capital_limit";

    /// <summary>For each such step, or part of one, between the limits, …</summary>
    public const string TariffStep = "tariff_step";

    /// <summary>… so many pounds a week count as income.</summary>
    public const string TariffIncome = "tariff_income";

    /// <summary>Guarantee of a single person of 18 to 24.</summary>
    public const string GuaranteeSingle18To24 = "guarantee_single_18_to_24";

    /// <summary>Guarantee of a single person from 25 to State Pension age.</summary>
    public const string GuaranteeSingleWorkingAge = "guarantee_single_working_age";

    /// <summary>Guarantee of a single person of State Pension age.</summary>
    public const string GuaranteeSinglePensionAge = "guarantee_single_pension_age";

    /// <summary>Guarantee of each of a couple below State Pension age.</summary>
    public const string GuaranteeCoupleWorkingAge = "guarantee_couple_working_age";

    /// <summary>Guarantee of each of a couple of State Pension age.</summary>
    public const string GuaranteeCouplePensionAge = "guarantee_couple_pension_age";

    /// <summary>Added for each child that lives with the person.</summary>
    public const string GuaranteeEachChild = "guarantee_each_child";

    /// <summary>Disability premium of a single person.</summary>
    public const string DisabilityPremiumSingle = "disability_premium_single";

    /// <summary>Disability premium of each of a couple.</summary>
    public const string DisabilityPremiumCouple = "disability_premium_couple";

    /// <summary>Enhanced disability premium of a single person.</summary>
    public const string EnhancedPremiumSingle = "enhanced_disability_premium_single";

    /// <summary>Enhanced disability premium of each of a couple.</summary>
    public const string EnhancedPremiumCouple = "enhanced_disability_premium_couple";

    /// <summary>Carer premium.</summary>
    public const string CarerPremium = "carer_premium";

    /// <summary>What somebody in a care home keeps; shown, not used for care at home.</summary>
    public const string PersonalExpenses = "personal_expenses";

    /// <summary>Attendance Allowance, lower; the same as the standard daily living part of PIP.</summary>
    public const string DisabilityBenefitLower = "disability_benefit_lower";

    /// <summary>Attendance Allowance, higher; the same as the enhanced daily living part of PIP.</summary>
    public const string DisabilityBenefitHigher = "disability_benefit_higher";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. typeof(FigureIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
