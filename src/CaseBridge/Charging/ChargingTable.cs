namespace TransformingLives.CaseBridge.Charging;

/// <summary>A charging year laid out for speed: no words and no memory. It gives what <see cref="WorkOutContribution"/> gives.</summary>
public sealed class ChargingTable
{
    private readonly ChargeRates rates;
    private readonly decimal[] single;
    private readonly decimal[] couple;
    private readonly (decimal Single, decimal Couple) disability;
    private readonly (decimal Single, decimal Couple) enhanced;
    private readonly decimal carer;
    private readonly decimal child;
    private readonly LocalGenerosity local;

    /// <summary>Lays a year out.</summary>
    public ChargingTable(ChargingYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        rates = ChargeRates.Of(year);
        single = [year.Amount(FigureIds.GuaranteeSingle18To24), year.Amount(FigureIds.GuaranteeSingleWorkingAge), year.Amount(FigureIds.GuaranteeSinglePensionAge)];
        couple = [year.Amount(FigureIds.GuaranteeCoupleWorkingAge), year.Amount(FigureIds.GuaranteeCoupleWorkingAge), year.Amount(FigureIds.GuaranteeCouplePensionAge)];
        disability = (year.Amount(FigureIds.DisabilityPremiumSingle), year.Amount(FigureIds.DisabilityPremiumCouple));
        enhanced = (year.Amount(FigureIds.EnhancedPremiumSingle), year.Amount(FigureIds.EnhancedPremiumCouple));
        carer = year.Amount(FigureIds.CarerPremium);
        child = year.Amount(FigureIds.GuaranteeEachChild);
        local = year.Local;
    }

    /// <summary>What the person pays, pounds a week.</summary>
    /// <param name="money">The person's money.</param>
    /// <param name="cost">Weekly cost of the support.</param>
    public decimal Charge(in MoneyFacts money, decimal cost) =>
        ChargeSum.Charge(rates, new MoneySum(money.Counted, money.Savings, Kept(money)), cost);

    /// <summary>All that the person keeps, pounds a week.</summary>
    public decimal Kept(in MoneyFacts money)
    {
        var isCouple = Has(money, MoneyFlags.Couple);
        var kept = (isCouple ? couple : single)[(int)money.Age] + (child * money.Children) + local.ExtraGuarantee + money.HousingCosts;
        kept += Has(money, MoneyFlags.DisabilityPremium) ? isCouple ? disability.Couple : disability.Single : 0;
        kept += Has(money, MoneyFlags.EnhancedPremium) ? isCouple ? enhanced.Couple : enhanced.Single : 0;
        kept += Has(money, MoneyFlags.CarerPremium) ? carer : 0;
        return kept + Math.Max(money.DisabilityCosts, Has(money, MoneyFlags.DisabilityBenefit) ? local.StandardDisabilityCosts : 0);
    }

    // Not Enum.HasFlag: before it is optimised it takes memory.
    private static bool Has(in MoneyFacts money, MoneyFlags flag) => (money.Has & flag) != 0;
}

/// <summary>Somebody's money in a few numbers, pounds a week.</summary>
/// <param name="Age">How old they are.</param>
/// <param name="Has">What else holds for them.</param>
/// <param name="Children">Children at home.</param>
/// <param name="Counted">Money coming in that counts.</param>
/// <param name="Savings">Savings that count, pounds.</param>
/// <param name="HousingCosts">Costs of the home.</param>
/// <param name="DisabilityCosts">Costs because of disability.</param>
public readonly record struct MoneyFacts(AgeBand Age, MoneyFlags Has, int Children, decimal Counted, decimal Savings, decimal HousingCosts, decimal DisabilityCosts);

/// <summary>What holds for somebody.</summary>
[Flags]
public enum MoneyFlags
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>Lives with a partner.</summary>
    Couple = 1,

    /// <summary>Has the disability premium.</summary>
    DisabilityPremium = 2,

    /// <summary>Has the enhanced disability premium.</summary>
    EnhancedPremium = 4,

    /// <summary>Has the carer premium.</summary>
    CarerPremium = 8,

    /// <summary>Has a disability benefit.</summary>
    DisabilityBenefit = 16,
}
