using TransformingLives.Bot.Dialogs;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>What does the conversation do next?</summary>
internal static class DecideStep
{
    public static Turn Run(Turn turn, Surroundings around) => DecideTurn.Decide(turn, around);
}
