using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>An indicative budget. Never an offer or an entitlement (Care and support statutory guidance, 11.7 and 11.24).</summary>
public sealed record BudgetEstimate
{
    /// <summary>Table id and version, for instance <c>tl-ras-v1</c> 1.0.0.</summary>
    public required string TableId { get; init; }

    /// <summary>Version of the table.</summary>
    public required string TableVersion { get; init; }

    /// <summary><c>test</c>, <c>approved</c> or <c>retired</c>.</summary>
    public required string TableStatus { get; init; }

    /// <summary>Total points, 0 to 100.</summary>
    public required int Points { get; init; }

    /// <summary>Pounds a week, exact to the penny.</summary>
    public required decimal Weekly { get; init; }

    /// <summary>Pounds for four weeks: four times <see cref="Weekly"/> (Cheshire East 2008, 7.5.2).</summary>
    public required decimal FourWeekly { get; init; }

    /// <summary>Each scored area with its answer and points, in the table's order.</summary>
    public required ImmutableArray<ScoredArea> Areas { get; init; }

    /// <summary>The arithmetic, a plain sentence a step.</summary>
    public required ImmutableArray<string> Working { get; init; }

    /// <summary>Why a worker must cost this one individually; empty when not.</summary>
    public ImmutableArray<string> CostIndividually { get; init; } = [];

    /// <summary>Why a panel looks at the support plan; null when it needn't (Dudley 2008, paragraph 19).</summary>
    public string? Panel { get; init; }

    /// <summary>Other things to say with the figure, ids of <c>content/replies</c>.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>One scored area of an estimate.</summary>
/// <param name="Code">Area, for instance <c>D01</c>.</param>
/// <param name="Title">"Eating and drinking".</param>
/// <param name="Level">The level chosen, from 0.</param>
/// <param name="Answer">The level's words.</param>
/// <param name="Points">Points of that level.</param>
/// <param name="Max">Most points the area can give.</param>
public sealed record ScoredArea(string Code, string Title, int Level, string Answer, int Points, int Max);
