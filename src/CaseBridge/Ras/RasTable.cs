using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>A Resource Allocation System as data: areas with points for each answer, and a price for each total (In Control RAS; Cheshire East 2008, 7.5.2).</summary>
public sealed record RasTable
{
    /// <summary>Path below <c>content/</c>.</summary>
    public string File { get; init; } = "";

    /// <summary>Id, for instance <c>tl-ras-v1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>One of <see cref="RasStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>First day it applies.</summary>
    public required DateOnly AppliesFrom { get; init; }

    /// <summary>Last day it applies, included.</summary>
    public required DateOnly AppliesTo { get; init; }

    /// <summary>Who approved it (Cheshire East 2008, 2.2: member sign-off); null while it is a test.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When they did; null while it is a test.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The areas, in the order they are asked.</summary>
    public required ImmutableArray<RasArea> Areas { get; init; }

    /// <summary>Points and the weekly pounds at them, rising; between two, the line that joins them.</summary>
    public required ImmutableArray<RasKnot> Knots { get; init; }

    /// <summary>From this total a worker costs it individually: the table is not a ceiling.</summary>
    public required int CostIndividuallyFrom { get; init; }

    /// <summary>From so many pounds a week the support plan goes to the risk panel (Dudley 2008, paragraph 19).</summary>
    public required decimal PanelFrom { get; init; }

    /// <summary>Ways to hold a budget. They change nothing in the amount.</summary>
    public required ImmutableArray<HoldingOption> HoldingOptions { get; init; }

    /// <summary>The most points that can be had.</summary>
    public int MaxPoints => Areas.Sum(area => area.Max);
}

/// <summary>An area of the questionnaire.</summary>
/// <param name="Code">For instance <c>D01</c>.</param>
/// <param name="Title">"Eating and drinking".</param>
/// <param name="Outcomes">Care Act outcomes a to j it speaks to.</param>
/// <param name="Levels">The answers, from level 0.</param>
/// <param name="CostIndividuallyFromLevel">From this level a worker costs it individually; null for never.</param>
public sealed record RasArea(string Code, string Title, ImmutableArray<string> Outcomes, ImmutableArray<RasLevel> Levels, int? CostIndividuallyFromLevel)
{
    /// <summary>Most points it can give.</summary>
    public int Max => Levels.Max(level => level.Points);
}

/// <summary>An answer of an area.</summary>
public sealed record RasLevel(int Level, int Points, string Text);

/// <summary>A point of the price curve.</summary>
public sealed record RasKnot(int Points, decimal Weekly);
