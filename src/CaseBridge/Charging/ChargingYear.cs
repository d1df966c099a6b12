using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>What people may have to pay towards care at home, for a financial year: a file of <c>content/charging</c>.</summary>
public sealed record ChargingYear
{
    /// <summary>Path below <c>content/</c>.</summary>
    public string File { get; init; } = "";

    /// <summary>For instance <c>england-2026-27</c>.</summary>
    public required string Id { get; init; }

    /// <summary>"2026-27".</summary>
    public required string FinancialYear { get; init; }

    /// <summary>First day it applies.</summary>
    public required DateOnly AppliesFrom { get; init; }

    /// <summary>Last day it applies, included.</summary>
    public required DateOnly AppliesTo { get; init; }

    /// <summary>State Pension age, in years.</summary>
    public required int PensionAge { get; init; }

    /// <summary>The figures of the law, by id; all of <see cref="FigureIds"/>.</summary>
    public required ImmutableDictionary<string, ChargingFigure> Figures { get; init; }

    /// <summary>What the council adds of its own will.</summary>
    public required LocalGenerosity Local { get; init; }

    /// <summary>Kinds of money coming in, and whether they count.</summary>
    public required ImmutableArray<IncomeKind> Incomes { get; init; }

    /// <summary>The amount of a figure.</summary>
    public decimal Amount(string figure) => Figures[figure].Amount;
}

/// <summary>What a council adds of its own will (Care and support statutory guidance, chapter 8: councils may charge less).</summary>
/// <param name="ExtraGuarantee">Kept on top of the guarantee, pounds a week.</param>
/// <param name="StandardDisabilityCosts">Allowed without a receipt to who has a disability benefit, pounds a week.</param>
/// <param name="SmallestCharge">A charge below this is not asked for, pounds a week.</param>
/// <param name="ShareOfWhatIsLeft">How much of what is left is asked for, in hundredths.</param>
public sealed record LocalGenerosity(decimal ExtraGuarantee, decimal StandardDisabilityCosts, decimal SmallestCharge, int ShareOfWhatIsLeft);

/// <summary>A kind of money coming in.</summary>
/// <param name="Id">For instance <c>wages</c>.</param>
/// <param name="Title">"wages from work".</param>
/// <param name="Counts">False for what stays with the person (Schedule 1 of the regulations).</param>
public sealed record IncomeKind(string Id, string Title, bool Counts);
