using CsCheck;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

public sealed class ChargePropertyTests
{
    private const int Cases = 100_000;

    private static readonly ChargingYear Year = ShippedYears.Year2026;
    private static readonly ChargingTable Table = new(Year);
    private static readonly Gen<(FinancialFacts Facts, decimal Cost)> People = Gen.Select(RandomMoney.Facts(Year), RandomMoney.Pence(700));

    [Fact]
    public void A_charge_is_never_more_than_the_cost_and_is_whole_pence() => People.Sample(
        person =>
        {
            var of = WorkOutContribution.For(Year, person.Facts, person.Cost);
            return of.Pays >= 0 && of.Pays <= of.Cost && of.Pays + of.CouncilPays == of.Cost && decimal.Round(of.Pays, 2) == of.Pays;
        },
        iter: Cases);

    [Fact]
    public void A_charge_never_leaves_less_than_the_guarantee() => People.Sample(
        person =>
        {
            var of = WorkOutContribution.For(Year, person.Facts, person.Cost);
            var (counts, kept) = (Sum(of, ChargeLineKind.Counts), Sum(of, ChargeLineKind.Kept));
            return of.IsSelfFunder || of.Pays == 0 || counts - of.Pays >= kept;
        },
        iter: Cases);

    [Fact]
    public void The_lines_add_up_to_the_charge() => People.Sample(
        person =>
        {
            var of = WorkOutContribution.For(Year, person.Facts, person.Cost);
            var left = Math.Max(0, Sum(of, ChargeLineKind.Counts) - Sum(of, ChargeLineKind.Kept));
            return of.Pays == (of.IsSelfFunder ? of.Cost : Math.Min(of.Cost, left));
        },
        iter: Cases);

    [Fact]
    public void Nobody_is_left_without_a_next_step() => People.Sample(
        person =>
        {
            var of = WorkOutContribution.For(Year, person.Facts, person.Cost + 0.01m);
            return !of.Working.IsEmpty && (!of.IsSelfFunder || (of.WeeksUntilLimit is >= 0 && of.Working[^1].Contains("Tell us before then", StringComparison.Ordinal)));
        },
        iter: Cases);

    [Fact]
    public void The_sum_without_words_gives_the_same() => People.Sample(
        person => Table.Charge(RandomMoney.Few(Year, person.Facts), person.Cost) == WorkOutContribution.For(Year, person.Facts, person.Cost).Pays,
        iter: Cases);

    private static decimal Sum(Contribution of, ChargeLineKind kind) => of.Lines.Where(line => line.Kind == kind).Sum(line => line.Amount);
}
