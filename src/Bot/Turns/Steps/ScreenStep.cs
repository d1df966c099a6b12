using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>Danger? In every state, on every channel, before anything else.</summary>
internal static class ScreenStep
{
    public static Turn Run(Turn turn, Surroundings around) =>
        turn with { Concerns = SafetyNet.ScreenSafely(turn.Message.Text, around.SafetyRules) };
}
