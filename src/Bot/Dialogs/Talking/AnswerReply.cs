using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>What was found, as a reply: a sentence or two, up to three services, what to do next, and where it is all from.</summary>
internal static class AnswerReply
{
    public static Reply For(KnowledgeAnswer found, string question = "")
    {
        ArgumentNullException.ThrowIfNull(found);
        var passage = found.Passage;
        var section = passage is null ? null : GuideSections.Best($"{passage.Title} {found.Topics[0].Title}", passage.Body, question);
        return new Reply
        {
            Text = passage is null ? "" : section ?? string.Join("\n\n", [passage.Summary, .. passage.NextSteps.Where(step => !IsAnswered(step, found))]),
            Short = section is null ? passage?.Sms ?? "" : TextMessage.Shortened(section),
            Spoken = section is null ? passage?.Spoken ?? "" : section,
            Services = found.Services,
            Guide = passage?.GuideId,
            Sources = passage is null ? [] : [passage.Source],
            Details = passage is { Body.Length: > 0 } ? [new Detail($"More about this: {passage.Title}", [], passage.Body)] : [],
            Phrase = passage is null ? "answer.services" : $"answer.{found.Topics[0].Id}",
        };
    }

    // "Tell me the town" is not said to somebody who has, and sees what is near.
    private static bool IsAnswered(string step, KnowledgeAnswer found) =>
        step.StartsWith("Tell me", StringComparison.Ordinal) && step.Contains("town", StringComparison.Ordinal) && found.Services.Any(service => service.Miles is not null);
}
