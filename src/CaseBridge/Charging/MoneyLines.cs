using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>What somebody told about their money, sorted into what counts, what doesn't and what they keep.</summary>
internal sealed class MoneyLines
{
    private readonly ChargingYear year;
    private readonly List<string> used = [FigureIds.UpperCapitalLimit];

    public MoneyLines(ChargingYear year, FinancialFacts facts)
    {
        this.year = year;
        Incomes = [.. facts.Incomes.Where(income => income.Weekly > 0).Select(Line)];
        Kept = [.. KeptLines(facts)];
        Savings = facts.Savings + (facts.JointSavings / 2);
        Tariff = ChargeSum.Tariff(ChargeRates.Of(year), Savings);
    }

    public ImmutableArray<ChargeLine> Incomes { get; }

    public ImmutableArray<ChargeLine> Kept { get; }

    public decimal Savings { get; }

    public decimal Tariff { get; }

    public MoneySum Sum => new(Total(Incomes, ChargeLineKind.Counts), Savings, Total(Kept, ChargeLineKind.Kept));

    public ImmutableArray<ChargeLine> All => Tariff > 0
        ? [.. Incomes, new ChargeLine(ChargeLineKind.Counts, "income that savings count as", Tariff), .. Kept]
        : [.. Incomes, .. Kept];

    /// <summary>The figures that the result rests on.</summary>
    public IEnumerable<string> Used(bool isSelfFunder) => isSelfFunder ? [FigureIds.UpperCapitalLimit] : [.. used, FigureIds.LowerCapitalLimit];

    private static decimal Total(ImmutableArray<ChargeLine> lines, ChargeLineKind kind) => lines.Where(line => line.Kind == kind).Sum(line => line.Amount);

    private ChargeLine Line(Income income)
    {
        var kind = year.Incomes.FirstOrDefault(known => known.Id == income.Kind)
            ?? throw new ArgumentException($"The charging year {year.Id} knows no kind of income '{income.Kind}'.", nameof(income));
        return new ChargeLine(kind.Counts ? ChargeLineKind.Counts : ChargeLineKind.Ignored, kind.Title, income.Weekly);
    }

    private IEnumerable<ChargeLine> KeptLines(FinancialFacts facts)
    {
        yield return Figure(Guarantee(facts), "the guarantee");
        if (facts.HasDisabilityPremium)
        {
            yield return Figure(facts.IsCouple ? FigureIds.DisabilityPremiumCouple : FigureIds.DisabilityPremiumSingle, "disability premium");
        }

        if (facts.HasEnhancedPremium)
        {
            yield return Figure(facts.IsCouple ? FigureIds.EnhancedPremiumCouple : FigureIds.EnhancedPremiumSingle, "enhanced disability premium");
        }

        if (facts.HasCarerPremium)
        {
            yield return Figure(FigureIds.CarerPremium, "carer premium");
        }

        if (facts.Children > 0)
        {
            var child = Figure(FigureIds.GuaranteeEachChild, facts.Children == 1 ? "for a child" : $"for {facts.Children} children");
            yield return child with { Amount = child.Amount * facts.Children };
        }

        foreach (var line in Costs(facts).Where(line => line.Amount > 0))
        {
            yield return line;
        }
    }

    private IEnumerable<ChargeLine> Costs(FinancialFacts facts) =>
    [
        new(ChargeLineKind.Kept, "what the council adds to the guarantee", year.Local.ExtraGuarantee),
        new(ChargeLineKind.Kept, "costs of your home", facts.HousingCosts),
        new(ChargeLineKind.Kept, "costs because of disability", Math.Max(facts.DisabilityCosts, facts.HasDisabilityBenefit ? year.Local.StandardDisabilityCosts : 0)),
    ];

    private ChargeLine Figure(string id, string words)
    {
        used.Add(id);
        return new ChargeLine(ChargeLineKind.Kept, words, year.Amount(id));
    }

    private static string Guarantee(FinancialFacts facts) => (facts.IsCouple, facts.Age) switch
    {
        (true, AgeBand.PensionAge) => FigureIds.GuaranteeCouplePensionAge,
        (true, _) => FigureIds.GuaranteeCoupleWorkingAge,
        (false, AgeBand.PensionAge) => FigureIds.GuaranteeSinglePensionAge,
        (false, AgeBand.From18To24) => FigureIds.GuaranteeSingle18To24,
        _ => FigureIds.GuaranteeSingleWorkingAge,
    };
}
