using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>Money to a contribution, with every step (Care Act 2014, sections 14 and 17; SI 2014/2672). Pure.</summary>
public static class WorkOutContribution
{
    /// <summary>Works it out.</summary>
    /// <param name="year">The year in force.</param>
    /// <param name="facts">What the person told us.</param>
    /// <param name="cost">Weekly cost of the support, pounds, whole pence.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cost is below nothing.</exception>
    /// <exception cref="ArgumentException">A kind of income that the year doesn't know.</exception>
    public static Contribution For(ChargingYear year, FinancialFacts facts, decimal cost)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        var rates = ChargeRates.Of(year);
        var lines = new MoneyLines(year, facts);
        var money = lines.Sum;
        var pays = ChargeSum.Charge(rates, money, cost);
        var isSelfFunder = ChargeSum.IsSelfFunder(rates, money.Savings);
        return new Contribution
        {
            YearId = year.Id,
            Cost = cost,
            Pays = pays,
            IsSelfFunder = isSelfFunder,
            WeeksUntilLimit = isSelfFunder && cost > 0 ? Weeks(money.Savings - rates.UpperLimit, cost) : null,
            Lines = isSelfFunder ? [] : lines.All,
            Working = isSelfFunder ? ChargeWords.SelfFunder(rates, money, cost) : ChargeWords.Working(year, rates, lines, pays, cost),
            Unverified = [.. lines.Used(isSelfFunder).Where(figure => !year.Figures[figure].IsVerified)],
        };
    }

    private static int Weeks(decimal above, decimal cost) => (int)Math.Min(int.MaxValue, decimal.Floor(above / cost));
}
