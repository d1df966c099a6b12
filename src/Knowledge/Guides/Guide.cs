using System.Collections.Immutable;

namespace TransformingLives.Knowledge.Guides;

/// <summary>A page of advice, <c>content/guides/*.md</c>: written and kept up to date by the council.</summary>
/// <param name="Id">File name without its ending.</param>
/// <param name="Title">Title, for a person.</param>
/// <param name="Topics">Topics it answers, the main one first.</param>
/// <param name="Summary">The answer in one or two sentences.</param>
/// <param name="NextSteps">What a person can do next, a sentence each.</param>
/// <param name="Sms">The answer for two text messages.</param>
/// <param name="Spoken">The answer to be spoken.</param>
/// <param name="Reviewed">When somebody last checked it.</param>
/// <param name="ReviewBy">When it should be checked again.</param>
/// <param name="Sources">What it rests on.</param>
/// <param name="Body">The page in Markdown.</param>
internal sealed record Guide(
    string Id,
    string Title,
    ImmutableArray<string> Topics,
    string Summary,
    ImmutableArray<string> NextSteps,
    string Sms,
    string Spoken,
    DateOnly Reviewed,
    DateOnly ReviewBy,
    ImmutableArray<GuideSource> Sources,
    string Body)
{
    /// <summary>Words that ask for this guide rather than for another of the same topic; empty for a topic's main guide.</summary>
    public ImmutableArray<string> WhenSaid { get; init; } = [];
}

/// <summary>What a guide rests on.</summary>
/// <param name="Title">"GOV.UK: Attendance Allowance".</param>
/// <param name="Url">Its address.</param>
internal sealed record GuideSource(string Title, string Url);
