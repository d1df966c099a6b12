namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>One call as it is recorded: nothing of what was asked or said.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Prompt">Prompt and version, "wording-1".</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="TokensIn">Tokens sent.</param>
/// <param name="TokensOut">Tokens received.</param>
/// <param name="Verdict">What came of it.</param>
internal sealed record ModelCall(DateTimeOffset At, string Prompt, long Milliseconds, int TokensIn, int TokensOut, ModelVerdict Verdict)
{
    /// <summary>Unique.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Sentences or facts that were found grounded.</summary>
    public int Kept { get; init; }

    /// <summary>Sentences or facts that were not, and were dropped.</summary>
    public int Dropped { get; init; }
}

/// <summary>What came of a call.</summary>
internal enum ModelVerdict
{
    /// <summary>Used, whole or in part.</summary>
    Used,

    /// <summary>Nothing of it was needed.</summary>
    NotNeeded,

    /// <summary>Too little of it was grounded.</summary>
    NotGrounded,

    /// <summary>It came too late.</summary>
    Late,

    /// <summary>The endpoint failed.</summary>
    Failed,

    /// <summary>It was not called: it has failed too often just now.</summary>
    Resting,

    /// <summary>It was not called: the day's budget is used up.</summary>
    OverBudget,
}
