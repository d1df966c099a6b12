using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Tier, layer, priority and team of what is sent: those of the decision table where it leads there, else those of the kind itself.</summary>
internal static class OutcomeOf
{
    /// <summary>Where all answers lead.</summary>
    public static TriageOutcome Answers(Conversation conversation, Surroundings around) =>
        DecideOutcome.From(around.Content.Triage, conversation.Answers, conversation.OpenConcerns());

    /// <summary>Where a referral of this kind leads.</summary>
    public static TriageOutcome Kind(Conversation conversation, string id, Surroundings around)
    {
        var told = Answers(conversation, around);
        if (told.Referrals.Contains(id) || around.Kinds.Find(id) is not { } kind)
        {
            return told;
        }

        return told with { Tier = kind.Tier, Layer = kind.Layer, Priority = kind.Priority, Team = kind.Team, Reasons = [new TriageReason("asked", $"It was asked for: {kind.Name}."), .. told.Reasons] };
    }
}
