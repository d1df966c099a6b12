namespace TransformingLives.CaseBridge.Ras;

/// <summary>What decides whether a figure may be shown at all. What helpers do and want is not here on purpose: it can't change the figure (Cheshire East 2008, appendix 6a).</summary>
public sealed record EstimateCircumstances
{
    /// <summary>A crisis is open (Cambridgeshire, tier two: no long-term arrangements in a crisis).</summary>
    public bool OpenCrisis { get; init; }

    /// <summary>A safeguarding concern is open.</summary>
    public bool Safeguarding { get; init; }

    /// <summary>There is doubt whether the person can decide this.</summary>
    public bool CapacityDoubt { get; init; }

    /// <summary>Short-term help to get independence back has been talked about.</summary>
    public bool ReablementConsidered { get; init; }
}
