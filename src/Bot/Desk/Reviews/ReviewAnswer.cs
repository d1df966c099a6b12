namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>How a line of the checklist was answered.</summary>
internal enum ReviewAnswer
{
    Yes,
    Partly,
    No,

    /// <summary>Does not apply.</summary>
    None,
}
