using System.Collections.Immutable;

namespace TransformingLives.Bot.Forms;

/// <summary>The answers of a conversation, by question id. Immutable.</summary>
public sealed record Answers(ImmutableDictionary<string, Answer> ByQuestion)
{
    /// <summary>No answers.</summary>
    public static Answers None { get; } = new(ImmutableDictionary<string, Answer>.Empty);

    /// <summary>The answer to a question, skipped ones too; null when there is none.</summary>
    public Answer? this[string question] => ByQuestion.GetValueOrDefault(question);

    /// <summary>These answers with one more, or one changed.</summary>
    public Answers With(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new Answers(ByQuestion.SetItem(answer.Question, answer));
    }

    /// <summary>These answers without one.</summary>
    public Answers Without(string question) => new(ByQuestion.Remove(question));
}
