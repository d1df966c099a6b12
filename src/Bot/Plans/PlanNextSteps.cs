using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Plans;

/// <summary>What happens next: never nothing.</summary>
internal static class PlanNextSteps
{
    public static IEnumerable<string> Of(Conversation conversation, Surroundings around)
    {
        if (conversation.References.Length > 0)
        {
            var outcome = DecideOutcome.From(around.Content.Triage, conversation.Answers, conversation.OpenConcerns());
            yield return $"We have what you sent. Your reference: {string.Join(" and ", conversation.References)}.";
            yield return $"Somebody from the council will be in touch {around.Content.Council.PriorityOf(outcome.Priority).InWords}.";
            yield return "If things get worse before then, ring us. You don't have to wait.";
        }
        else
        {
            yield return "Nothing has been sent to the council.";
            yield return "You can ask for an assessment at any time. It is free, and it is your right.";
        }

        if (conversation.Finished.Contains(FormIds.ContingencyPlan))
        {
            yield return "You have made a plan for a day when the main helper can't be there. Keep it where others find it.";
        }

        yield return "What you told us is kept for 28 days on this device. You can come back and go on.";
    }
}
