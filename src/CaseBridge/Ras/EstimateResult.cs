namespace TransformingLives.CaseBridge.Ras;

/// <summary>An estimate, or why there is none.</summary>
public abstract record EstimateResult
{
    private EstimateResult()
    {
    }

    /// <summary>An indicative budget.</summary>
    public sealed record Estimated(BudgetEstimate Estimate) : EstimateResult;

    /// <summary>No figure, for a reason a person can be told.</summary>
    /// <param name="Code"><c>open-crisis</c>, <c>safeguarding</c>, <c>capacity-doubt</c>, <c>missing-areas</c>, <c>unknown-level</c>, <c>unknown-score</c> or <c>no-table</c>.</param>
    /// <param name="Reason">The end of the sentence "We can't show a figure, because …".</param>
    public sealed record Refused(string Code, string Reason) : EstimateResult;
}
