using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Turns.Pressure;

/// <summary>How urgent a message is, when not everybody can be answered at once: looked at only then.</summary>
internal static class HowUrgent
{
    /// <param name="text">The message.</param>
    /// <param name="conversation">Its conversation; null when it has none yet.</param>
    /// <param name="around">The rules of danger.</param>
    public static Urgency Of(string text, Conversation? conversation, Surroundings around) =>
        IsDanger(text, conversation, around) ? Urgency.Danger
        : conversation is { OpenQuestion: not null } or { Handover: not null } ? Urgency.UnderWay
        : Urgency.New;

    private static bool IsDanger(string text, Conversation? conversation, Surroundings around) =>
        conversation is { Doubt: not null } || conversation?.Concerns.Any(raised => raised.IsOpen) == true
        || SafetyNet.MayBeDanger(text, around.SafetyRules);
}
