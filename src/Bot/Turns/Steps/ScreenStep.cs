using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>Danger? In every state, on every channel, before anything else.</summary>
internal static class ScreenStep
{
    public static Turn Run(Turn turn, Surroundings around) => Pressed(turn, around) switch
    {
        // "I cannot do this safely without help" is what the questionnaire says of everybody. The same in other words is screened.
        { Area.Length: > 0 } => turn,
        not null => turn with { Concerns = SafetyNet.ScreenPressed(turn.Message.Text, around.SafetyRules) },
        null => turn with { Concerns = SafetyNet.ScreenSafely(turn.Message.Text, around.SafetyRules) },
    };

    /// <summary>The open question, when the message is one of its buttons as it stands; null otherwise.</summary>
    private static Question? Pressed(Turn turn, Surroundings around) =>
        turn.Conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question
        && question.Options.Any(option => string.Equals(option.Label, turn.Message.Text.Trim(), StringComparison.OrdinalIgnoreCase))
            ? question
            : null;
}
