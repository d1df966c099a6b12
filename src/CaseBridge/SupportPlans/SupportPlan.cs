using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.SupportPlans;

/// <summary>A first support plan, added up beside the indicative budget (Dudley 2008, paragraph 8). The person's own wish: only staff sign a plan off.</summary>
public sealed record SupportPlan
{
    /// <summary>What is in it.</summary>
    public required ImmutableArray<SupportPlanLine> Lines { get; init; }

    /// <summary>The indicative budget it is held against, pounds a week.</summary>
    public required decimal Budget { get; init; }

    /// <summary>Pounds a week of all lines with a price.</summary>
    public required decimal Weekly { get; init; }

    /// <summary>Pounds for what is bought once.</summary>
    public required decimal Once { get; init; }

    /// <summary>Budget less what the lines come to; less than 0 where they come to more.</summary>
    public decimal Left => Budget - Weekly;

    /// <summary>Id of the way to hold the money; empty where nobody chose.</summary>
    public string Holding { get; init; } = "";

    /// <summary>Lines that the money can't buy in this way: a direct payment can't buy the council's own services (Dudley 2008, paragraph 17). A plain sentence each.</summary>
    public ImmutableArray<string> NotThisWay { get; init; } = [];

    /// <summary>Why a risk panel looks at it; null when it needn't (Dudley 2008, paragraph 19).</summary>
    public string? Panel { get; init; }

    /// <summary>They would like help to arrange it (brokerage).</summary>
    public bool WantsBroker { get; init; }

    /// <summary>They would like an advocate.</summary>
    public bool WantsAdvocate { get; init; }
}

/// <summary>One line of a plan.</summary>
/// <param name="For">What for.</param>
/// <param name="Who">Who would do it.</param>
/// <param name="Often">How often, in words.</param>
/// <param name="Weekly">About how many pounds a week; null where a worker finds out, or where it is bought once.</param>
public sealed record SupportPlanLine(string For, string Who, string Often, decimal? Weekly)
{
    /// <summary>Pounds for what is bought once; null for what comes every week.</summary>
    public decimal? Once { get; init; }

    /// <summary>The council's own service.</summary>
    public bool IsCouncilService { get; init; }
}
