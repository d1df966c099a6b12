using System.Collections.Immutable;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What was found, as a reply: a sentence or two, up to three services, what to do next, and where it is all from.</summary>
internal static class AnswerReply
{
    public static Reply For(KnowledgeAnswer found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var passage = found.Passage;
        return new Reply
        {
            Text = passage is null ? "" : string.Join("\n\n", [passage.Summary, .. passage.NextSteps]),
            Short = passage?.Sms ?? "",
            Spoken = passage?.Spoken ?? "",
            Services = found.Services,
            Sources = passage is null ? [] : [passage.Source],
            Details = passage is { Body.Length: > 0 } ? [new Detail($"More about this: {passage.Title}", Lines(passage.Body))] : [],
            Phrase = passage is null ? "answer.services" : $"answer.{found.Topics[0].Id}",
        };
    }

    private static ImmutableArray<string> Lines(string body) =>
        [.. body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('#', '-', '*', ' '))];
}
