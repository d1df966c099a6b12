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

    /// <summary>The part of the message that is a question of its own; empty if none.</summary>
    public string QuestionText { get; init; } = "";

    /// <summary>The question to be changed, when the person wants to change an answer and named which; null otherwise.</summary>
    public string? ChangeQuestion { get; init; }

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
/// <param name="Fact">Dotted id, for instance <c>person.age</c>, <c>person.condition</c>, <c>person.lives_alone</c>, <c>place</c>, <c>contact.relation</c>, <c>contact.phone</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Words">The words it was read from.</param>
public sealed record VolunteeredFact(string Fact, AnswerValue Value, string Words);
