using System.Collections.Immutable;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Cues;

/// <summary>Something that people say in passing and that a good first-contact officer would pick up: what it fills in, what can be told about it, what may be arranged.</summary>
public sealed record Cue
{
    /// <summary>Stable id; the phrase <c>cue.ID</c> of <c>content/replies</c>, where there is one, is what is told.</summary>
    public required string Id { get; init; }

    /// <summary>One of these is said.</summary>
    internal ImmutableArray<Pattern> Says { get; init; } = [];

    /// <summary>None of these is said near it.</summary>
    internal ImmutableArray<Pattern> Unless { get; init; } = [];

    /// <summary>Where there are any, one of these is said too, anywhere in the message.</summary>
    internal ImmutableArray<Pattern> With { get; init; } = [];

    /// <summary>The danger that it tells of, whatever else is noticed; null for none.</summary>
    public ConcernKind? Raises { get; init; }

    /// <summary>A denial before the words doesn't take it out.</summary>
    public bool StandsDenied { get; init; }

    /// <summary>Question id and option id of a choice that it answers.</summary>
    public ImmutableArray<(string Question, string Option)> Fills { get; init; } = [];

    /// <summary>The topic that is told about; empty for none.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The kind of referral that may come of it; empty for none.</summary>
    public string Referral { get; init; } = "";

    /// <summary>Kinds of referral that are not to be offered after this.</summary>
    public ImmutableArray<string> Declines { get; init; } = [];

    /// <summary>Questions to ask because of it.</summary>
    public ImmutableArray<string> Ask { get; init; } = [];

    /// <summary>Where there is a plan for a day when the main helper can't be there, this sets it going.</summary>
    public bool StartsPlan { get; init; }

    /// <summary>It counts only where it is asked: its phrase is the answer.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>The part of the referral that the sentence is kept under: <c>what_matters</c>, <c>strengths</c>, <c>network</c>, <c>needs</c>, <c>helper</c>; empty to keep it under none.</summary>
    public string Part { get; init; } = "";
}
