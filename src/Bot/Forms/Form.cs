using System.Collections.Immutable;

namespace TransformingLives.Bot.Forms;

/// <summary>Questions as data (as a FHIR Questionnaire). The next question is a pure function of the form and the answers.</summary>
public sealed record Form
{
    /// <summary>Stable id: <c>first-conversation</c>, <c>needs</c>, <c>carer</c>, <c>about-you</c>, <c>money</c>, <c>contingency-plan</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the content, kept with the answers.</summary>
    public required string Version { get; init; }

    /// <summary>Title for a person.</summary>
    public required string Title { get; init; }

    /// <summary>Said once when it opens; may be empty.</summary>
    public string Intro { get; init; } = "";

    /// <summary>The steps, in order.</summary>
    public required ImmutableArray<FormSection> Sections { get; init; }

    /// <summary>The questions, in order.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>The question of an id; null when the form has none.</summary>
    public Question? Find(string questionId) => Questions.FirstOrDefault(question => question.Id == questionId);
}

/// <summary>A step of a form.</summary>
public sealed record FormSection(string Id, string Title);
