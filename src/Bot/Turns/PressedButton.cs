using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Turns;

/// <summary>A message that is one of the open question's buttons as it stands. Its words are the form's own, and tell nothing more about the person than the answer does.</summary>
internal static class PressedButton
{
    /// <summary>The open question, when one of its buttons was pressed; null otherwise.</summary>
    public static Question? Of(Turn turn, Surroundings around) =>
        turn.Conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question
        && question.Options.Any(option => string.Equals(option.Label, turn.Message.Text.Trim(), StringComparison.OrdinalIgnoreCase))
            ? question
            : null;
}
