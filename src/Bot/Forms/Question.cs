using System.Collections.Immutable;

namespace TransformingLives.Bot.Forms;

/// <summary>One question of a form, as its author wrote it.</summary>
public sealed record Question
{
    /// <summary>Stable id, used in answers and rules; never reused for something else.</summary>
    public required string Id { get; init; }

    /// <summary>The step ("what matters", "who is around") that it belongs to; shown as progress.</summary>
    public required string Section { get; init; }

    /// <summary>What kind of answer it wants.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>What is asked, on a screen.</summary>
    public required string Ask { get; init; }

    /// <summary>What is asked when it is about the one who writes; <see cref="Ask"/> where empty.</summary>
    public string AskMe { get; init; } = "";

    /// <summary>The short wording for a text message; the screen's where empty.</summary>
    public string AskShort { get; init; } = "";

    /// <summary>The wording to be spoken; the screen's where empty.</summary>
    public string AskSpoken { get; init; } = "";

    /// <summary>Easier words, for "simpler please" and after two misses.</summary>
    public string AskSimpler { get; init; } = "";

    /// <summary>A short label for the read-back: "Date of birth".</summary>
    public required string Label { get; init; }

    /// <summary>Why it is asked, in a sentence or two.</summary>
    public required string Why { get; init; }

    /// <summary>The choices, for <see cref="AnswerKind.Choice"/> and <see cref="AnswerKind.Choices"/>.</summary>
    public ImmutableArray<AnswerOption> Options { get; init; } = [];

    /// <summary>When it applies; null for always.</summary>
    public Condition? AppliesWhen { get; init; }

    /// <summary>It may be left unanswered.</summary>
    public bool CanSkip { get; init; } = true;

    /// <summary>Asked with care and masked in lists: health, money, identity.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Played back when read ("4 May 1938, is that right?").</summary>
    public bool PlayBack { get; init; }

    /// <summary>The fact of a message that fills it when volunteered, for instance <c>person.date_of_birth</c>; empty if none.</summary>
    public string Fact { get; init; } = "";

    /// <summary>The RAS area it scores, for instance <c>D01</c>; empty for what is never scored.</summary>
    public string Area { get; init; } = "";

    /// <summary>The part of the referral it belongs to: <c>what_matters</c>, <c>strengths</c>, <c>network</c>, <c>needs</c>, <c>helper</c>; or empty.</summary>
    public string Part { get; init; } = "";
}

/// <summary>One choice of a question.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Words">Other words people use for it.</param>
/// <param name="Level">RAS level, for scored questions.</param>
public sealed record AnswerOption(string Id, string Label, ImmutableArray<string> Words, int? Level = null);
