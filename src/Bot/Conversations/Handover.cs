namespace TransformingLives.Bot.Conversations;

/// <summary>A person is wanted in a conversation, or has it. It is in the queue of the desk as long as this stands.</summary>
public sealed record Handover
{
    /// <summary>Characters of the resident's words that the queue shows.</summary>
    public const int LongestWords = 200;

    /// <summary>Why: <c>person_asked_for</c>, the code of a concern, <c>transferred</c>, <c>officer_gone</c>, <c>call_back</c>, or <c>stepped_in</c> when nobody had asked.</summary>
    public required string Reason { get; init; }

    /// <summary>Since when they wait for a person.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>By when an officer should be there, counted in opening hours.</summary>
    public required DateTimeOffset PromisedBy { get; init; }

    /// <summary>A concern is behind it: it comes before everything else.</summary>
    public bool IsDanger { get; init; }

    /// <summary>Skill that is wanted, an id of <c>content/council.yaml</c>; empty when any will do.</summary>
    public string Skill { get; init; } = "";

    /// <summary>Patch team of their postcode; empty when it isn't known.</summary>
    public string Patch { get; init; } = "";

    /// <summary>What they said when it began, cut to <see cref="LongestWords"/>.</summary>
    public string Words { get; init; } = "";

    /// <summary>What a colleague wrote when passing it on; never shown to the resident.</summary>
    public string Note { get; init; } = "";

    /// <summary>Only this officer should take it; null when anybody may.</summary>
    public Officer? For { get; init; }

    /// <summary>Not before this, a promised call; null when now.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Who has it; null while they wait.</summary>
    public Officer? Officer { get; init; }

    /// <summary>When the officer joined.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>This handover belongs to an officer.</summary>
    public bool IsWith(Officer officer) => Officer?.Id == officer?.Id && officer is not null;
}

/// <summary>A member of staff as residents and colleagues see them.</summary>
/// <param name="Id">Unchanging id from the council's sign-in.</param>
/// <param name="Name">"Priya Singh".</param>
public sealed record Officer(string Id, string Name)
{
    private const string AnotherDesk = "desk:";
    private const int LongestName = 100;

    /// <summary>They sit at another desk than the built-in one: no page of ours is open, and none is missed.</summary>
    public bool IsAtAnotherDesk() => Id.StartsWith(AnotherDesk, StringComparison.Ordinal);

    /// <summary>Somebody at another desk.</summary>
    /// <param name="desk">Which, for instance <c>chatwoot</c>.</param>
    /// <param name="id">Who, as that desk knows them.</param>
    /// <param name="name">Their name, as that desk gives it; the end of a very long one is cut.</param>
    public static Officer AtDesk(string desk, string id, string name) =>
        new($"{AnotherDesk}{desk}:{id}", name.Length == 0 ? "An officer" : name.Length <= LongestName ? name : name[..LongestName]);
}
