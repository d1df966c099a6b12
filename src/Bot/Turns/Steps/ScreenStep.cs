using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>Danger? In every state, on every channel, before anything else.</summary>
internal static class ScreenStep
{
    public static Turn Run(Turn turn, Surroundings around) =>
        IsStatementOfTheQuestionnaire(turn, around) ? turn : turn with { Concerns = SafetyNet.ScreenSafely(turn.Message.Text, around.SafetyRules) };

    // "I cannot do this safely without help" is what the questionnaire says, when it was just offered to press. The same in other words is screened.
    private static bool IsStatementOfTheQuestionnaire(Turn turn, Surroundings around) =>
        turn.Conversation.OpenQuestion is { } id
        && around.Content.FindQuestion(id) is { Area.Length: > 0 } question
        && question.Options.Any(option => string.Equals(option.Label, turn.Message.Text.Trim(), StringComparison.OrdinalIgnoreCase));
}
