using System.Collections.Immutable;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Safety;

/// <summary>What is said to each concern: <c>content/safety/responses.yaml</c>.</summary>
public sealed record SafetyResponses(ImmutableDictionary<ConcernKind, SafetyResponse> ByKind, ImmutableDictionary<string, string> InHours, ImmutableDictionary<string, string> OutOfHours)
{
    /// <summary>How messages are spelled before phrases are looked for; the safety net's own.</summary>
    public SafetyRules Spelling { get; init; } = new();
}

/// <summary>What is said to one kind of concern.</summary>
public sealed record SafetyResponse
{
    /// <summary>The first words; the first paragraph comes first.</summary>
    public required SafetyWords First { get; init; }

    /// <summary>The first words when it is about somebody else; the same where empty.</summary>
    public required SafetyWords FirstAboutOther { get; init; }

    /// <summary>Numbers to ring, in order.</summary>
    public ImmutableArray<HelpNumber> Numbers { get; init; } = [];

    /// <summary>What is said to what comes after, by what is said.</summary>
    public ImmutableArray<SafetyAnswer> Answers { get; init; } = [];

    /// <summary>What is said to messages after it that no answer fits, in turn.</summary>
    public ImmutableArray<SafetyWords> FollowUps { get; init; } = [];

    /// <summary>It is taken back: "no, I'm only tired".</summary>
    internal ImmutableArray<Pattern> Denials { get; init; } = [];

    /// <summary>The kind of referral that is sent at once; empty for the alert alone.</summary>
    public string Refers { get; init; } = "";

    /// <summary>Finds the phrases of answers and denials.</summary>
    internal PatternIndex Index { get; init; } = new([]);
}

/// <summary>Fixed words: on a screen, and short.</summary>
public sealed record SafetyWords(string Say, string Short);

/// <summary>What is said when certain things are said while a concern is open.</summary>
public sealed record SafetyAnswer
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The words.</summary>
    public required SafetyWords Words { get; init; }

    /// <summary>It tells that the danger is over: the concern is closed with these words.</summary>
    public bool Closes { get; init; }

    /// <summary>One of these is said.</summary>
    internal ImmutableArray<Pattern> Says { get; init; } = [];

    /// <summary>None of these is.</summary>
    internal ImmutableArray<Pattern> Unless { get; init; } = [];
}
