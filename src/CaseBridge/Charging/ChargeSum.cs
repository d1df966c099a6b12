namespace TransformingLives.CaseBridge.Charging;

/// <summary>The sum alone, in pounds: no words and no memory, so that a whole council can be worked out at once.</summary>
public static class ChargeSum
{
    /// <summary>Income that savings count as: so much for each step, or part of one, between the limits; nothing below them.</summary>
    public static decimal Tariff(in ChargeRates rates, decimal savings)
    {
        var above = Math.Max(0, Math.Min(savings, rates.UpperLimit) - rates.LowerLimit);
        return decimal.Ceiling(above / rates.TariffStep) * rates.TariffIncome;
    }

    /// <summary>Savings are above the limit: the person pays the full cost.</summary>
    public static bool IsSelfFunder(in ChargeRates rates, decimal savings) => savings > rates.UpperLimit;

    /// <summary>What is left after all that a person keeps, pounds a week; never below nothing.</summary>
    public static decimal Left(in ChargeRates rates, in MoneySum money) =>
        Math.Max(0, money.Counted + Tariff(rates, money.Savings) - money.Kept);

    /// <summary>What the person pays, pounds a week: never more than the cost, never so much that less than the guarantee is left.</summary>
    /// <param name="rates">The year's figures.</param>
    /// <param name="money">The person's money.</param>
    /// <param name="cost">Weekly cost of the support, whole pence.</param>
    public static decimal Charge(in ChargeRates rates, in MoneySum money, decimal cost)
    {
        if (IsSelfFunder(rates, money.Savings))
        {
            return cost;
        }

        // Rounded once, down: half a penny stays with the person.
        var asked = Math.Round(Left(rates, money) * rates.ShareOfWhatIsLeft / 100m, 2, MidpointRounding.ToZero);
        var charge = Math.Min(cost, asked);
        return charge < rates.SmallestCharge ? 0 : charge;
    }
}

/// <summary>Figures of a year that the sum needs.</summary>
public readonly record struct ChargeRates(decimal UpperLimit, decimal LowerLimit, decimal TariffStep, decimal TariffIncome, decimal SmallestCharge, int ShareOfWhatIsLeft)
{
    /// <summary>Those of a year.</summary>
    public static ChargeRates Of(ChargingYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new ChargeRates(
            year.Amount(FigureIds.UpperCapitalLimit),
            year.Amount(FigureIds.LowerCapitalLimit),
            year.Amount(FigureIds.TariffStep),
            year.Amount(FigureIds.TariffIncome),
            year.Local.SmallestCharge,
            year.Local.ShareOfWhatIsLeft);
    }
}

/// <summary>A person's money, added up, in pounds.</summary>
/// <param name="Counted">Weekly income that counts, without what savings count as.</param>
/// <param name="Savings">Savings that count: their own and half of joint ones.</param>
/// <param name="Kept">All that the person keeps a week: guarantee, premiums, housing and disability costs.</param>
public readonly record struct MoneySum(decimal Counted, decimal Savings, decimal Kept);
