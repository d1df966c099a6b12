namespace TransformingLives.Bot.Forms;

/// <summary>What somebody answered. Question ids are unique over all forms, so an answer holds wherever it is asked.</summary>
/// <param name="Question">Question id.</param>
/// <param name="Value">The value as read.</param>
/// <param name="Words">Their own words.</param>
/// <param name="Origin">How it came.</param>
/// <param name="At">When it was given.</param>
public sealed record Answer(string Question, AnswerValue Value, string Words, AnswerOrigin Origin, DateTimeOffset At)
{
    /// <summary>Left unanswered on purpose.</summary>
    public bool IsSkipped => Value is SkippedValue;
}

/// <summary>How an answer came.</summary>
public enum AnswerOrigin
{
    /// <summary>Given when asked.</summary>
    Asked,

    /// <summary>Said before it was asked; confirmed at the read-back.</summary>
    Volunteered,

    /// <summary>Changed later.</summary>
    Changed,
}
