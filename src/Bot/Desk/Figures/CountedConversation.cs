namespace TransformingLives.Bot.Desk.Figures;

/// <summary>A conversation as it is counted: nothing that says whose it is.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Channel">Where.</param>
/// <param name="Messages">What the resident said, in messages; never 0.</param>
/// <param name="LastEnding">How the last of them ended.</param>
internal sealed record CountedConversation(DateTimeOffset StartedAt, string Channel, int Messages, string LastEnding)
{
    /// <summary>An officer joined.</summary>
    public bool HadOfficer { get; init; }

    /// <summary>A person was asked for, or the assistant asked for one.</summary>
    public bool WantedPerson { get; init; }

    /// <summary>A referral was agreed.</summary>
    public bool WasSent { get; init; }

    /// <summary>An appointment was booked.</summary>
    public bool WasBooked { get; init; }

    /// <summary>At least one question was answered, from a guide or a service.</summary>
    public bool WasAnswered { get; init; }
}
