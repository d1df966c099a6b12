using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>The arithmetic of a contribution, a plain sentence a step.</summary>
internal static class ChargeWords
{
    public static ImmutableArray<string> SelfFunder(in ChargeRates rates, in MoneySum money, decimal cost)
    {
        var above = money.Savings - rates.UpperLimit;
        return
        [
            $"Savings of {Pounds(money.Savings)} are above {Pounds(rates.UpperLimit)}, so you pay the full cost: {Pounds(cost)} a week.",
            cost > 0
                ? $"If all of it comes from savings, they reach {Pounds(rates.UpperLimit)} in about {decimal.Floor(above / cost):0} weeks: {Pounds(above)} ÷ {Pounds(cost)}. Tell us before then."
                : "There is no cost, so savings stay as they are.",
        ];
    }

    public static ImmutableArray<string> Working(ChargingYear year, in ChargeRates rates, MoneyLines lines, decimal pays, decimal cost)
    {
        var left = ChargeSum.Left(rates, lines.Sum);
        var steps = ImmutableArray.CreateBuilder<string>();
        steps.AddRange(Coming(rates, lines));
        steps.Add($"You keep: {Sum(lines.Kept)}.");
        steps.Add(left > 0
            ? $"What is left: {Pounds(lines.Sum.Counted + lines.Tariff)} − {Pounds(lines.Sum.Kept)} = {Pounds(left)}."
            : "That is as much as counts, or more: nothing is left to pay from.");
        steps.AddRange(Ending(year, rates, left, pays, cost));
        return steps.ToImmutable();
    }

    private static IEnumerable<string> Coming(ChargeRates rates, MoneyLines lines)
    {
        var counts = lines.Incomes.Where(line => line.Kind == ChargeLineKind.Counts).ToImmutableArray();
        yield return counts.IsEmpty ? "No money coming in counts." : $"Money coming in that counts: {Sum(counts)}.";
        var ignored = lines.Incomes.Where(line => line.Kind == ChargeLineKind.Ignored).ToImmutableArray();
        if (!ignored.IsEmpty)
        {
            yield return $"Not counted: {string.Join(", ", ignored.Select(line => $"{line.Words} {Pounds(line.Amount)}"))}.";
        }

        yield return lines.Tariff == 0
            ? $"Savings of {Pounds(lines.Savings)} are not above {Pounds(rates.LowerLimit)}: they add nothing."
            : $"Savings of {Pounds(lines.Savings)} are {Pounds(lines.Savings - rates.LowerLimit)} above {Pounds(rates.LowerLimit)}. {Pounds(rates.TariffIncome)} for each {Pounds(rates.TariffStep)} or part of it: {Pounds(lines.Tariff)} a week.";
    }

    private static IEnumerable<string> Ending(ChargingYear year, ChargeRates rates, decimal left, decimal pays, decimal cost)
    {
        if (rates.ShareOfWhatIsLeft < 100 && left > 0)
        {
            yield return $"The council asks for {rates.ShareOfWhatIsLeft} in every 100 of that.";
        }

        if (pays == 0 && left > 0 && cost > 0)
        {
            yield return $"A charge below {Pounds(year.Local.SmallestCharge)} is not asked for.";
        }

        yield return $"The support costs {Pounds(cost)} a week. You pay {Pounds(pays)}, the council pays {Pounds(cost - pays)}.";
        if (pays == cost && cost > 0)
        {
            yield return "What is left is as much as the support costs, or more, so the council pays nothing towards it.";
        }
    }

    private static string Sum(ImmutableArray<ChargeLine> lines) => lines.Length == 1
        ? $"{lines[0].Words} {Pounds(lines[0].Amount)}"
        : $"{string.Join(" + ", lines.Select(line => $"{line.Words} {Pounds(line.Amount)}"))} = {Pounds(lines.Sum(line => line.Amount))}";

    private static string Pounds(decimal amount) => amount.ToString("£#,##0.00", CultureInfo.InvariantCulture);
}
