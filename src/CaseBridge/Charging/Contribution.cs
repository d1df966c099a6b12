using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>What somebody may have to pay. A first guess: a finance officer will check.</summary>
public sealed record Contribution
{
    /// <summary>The charging year, for instance <c>england-2026-27</c>.</summary>
    public required string YearId { get; init; }

    /// <summary>Weekly cost of the support, pounds.</summary>
    public required decimal Cost { get; init; }

    /// <summary>What the person pays, pounds a week.</summary>
    public required decimal Pays { get; init; }

    /// <summary>What the council pays, pounds a week.</summary>
    public decimal CouncilPays => Cost - Pays;

    /// <summary>Savings are above the limit: the person pays the full cost.</summary>
    public required bool IsSelfFunder { get; init; }

    /// <summary>For a self-funder: weeks until savings reach the limit, if all is paid from them; null where that doesn't apply.</summary>
    public int? WeeksUntilLimit { get; init; }

    /// <summary>Each part of the sum: what counts, less what is kept.</summary>
    public required ImmutableArray<ChargeLine> Lines { get; init; }

    /// <summary>The arithmetic in plain sentences.</summary>
    public required ImmutableArray<string> Working { get; init; }

    /// <summary>Figures used that nobody has verified; empty when all are.</summary>
    public ImmutableArray<string> Unverified { get; init; } = [];
}

/// <summary>A part of the sum.</summary>
/// <param name="Kind">What it does to the sum.</param>
/// <param name="Words">"Pension Credit".</param>
/// <param name="Amount">Pounds a week.</param>
public sealed record ChargeLine(ChargeLineKind Kind, string Words, decimal Amount);

/// <summary>What a line does to the sum.</summary>
public enum ChargeLineKind
{
    /// <summary>Counts as money coming in.</summary>
    Counts,

    /// <summary>Is not counted.</summary>
    Ignored,

    /// <summary>Stays with the person.</summary>
    Kept,
}
