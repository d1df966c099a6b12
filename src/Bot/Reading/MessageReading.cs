using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading;

/// <summary>What a message means, before anything is decided.</summary>
public sealed record MessageReading
{
    /// <summary>What the person wants, the strongest first. Never empty.</summary>
    public required ImmutableArray<Intent> Intents { get; init; }

    /// <summary>The message as an answer to the open question; null when none is open.</summary>
    public AnswerReading? Answer { get; init; }

    /// <summary>Facts said in passing, whatever was asked.</summary>
    public ImmutableArray<VolunteeredFact> Facts { get; init; } = [];

    /// <summary>The parts of the message that are questions of its own.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>The sentences that neither ask nor command; empty if there are none.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Yes or no to what was offered; null for neither.</summary>
    public bool? Agrees { get; init; }

    /// <summary>Something is asked for outright: "arrange it", "sign us up".</summary>
    public bool Arranges { get; init; }

    /// <summary>An earlier answer is put right: "Wait, I said one. It's two."</summary>
    public bool IsCorrection { get; init; }

    /// <summary>The question that is named, when the person wants to change an answer or asks why something is asked; null otherwise.</summary>
    public string? NamedQuestion { get; init; }

    /// <summary>True when the intent is among those read.</summary>
    public bool Has(Intent intent) => Intents.Contains(intent);
}

/// <summary>A message read as an answer. A wrong value is far worse than asking again.</summary>
public abstract record AnswerReading
{
    private AnswerReading()
    {
    }

    /// <summary>A value.</summary>
    public sealed record Value(AnswerValue Of, string Words) : AnswerReading;

    /// <summary>An answer, but not clear which: ask again, saying why. <paramref name="Hint"/> is an id of <c>content/replies</c> or empty.</summary>
    public sealed record Unclear(string Hint) : AnswerReading;

    /// <summary>Not an answer to this question.</summary>
    public sealed record NotAnAnswer : AnswerReading;
}

/// <summary>A fact said in passing.</summary>
/// <param name="Fact">Id of <see cref="TransformingLives.Bot.Reading.Facts.FactIds"/>, for instance <c>person.age</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Words">The words it was read from.</param>
public sealed record VolunteeredFact(string Fact, AnswerValue Value, string Words);
