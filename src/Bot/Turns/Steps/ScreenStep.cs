using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>Danger? In every state, on every channel, before anything else.</summary>
internal static class ScreenStep
{
    public static Turn Run(Turn turn, Surroundings around) => PressedButton.Of(turn, around) switch
    {
        // "I cannot do this safely without help" is what the questionnaire says of everybody. The same in other words is screened.
        { Area.Length: > 0 } => turn,
        not null => turn with { Concerns = SafetyNet.ScreenPressed(turn.Message.Text, around.SafetyRules) },
        null => Seen(turn, SafetyNet.LookSafely(turn.Message.Text, around.SafetyRules, Moment(turn))),
    };

    private static Turn Seen(Turn turn, Screening screening) => turn with { Concerns = screening.Concerns, Doubt = screening.Doubt };

    private static ScreeningMoment Moment(Turn turn) =>
        turn.Conversation.Version == 0 ? ScreeningMoment.First
        : turn.Conversation.Concerns.Any(raised => raised.IsOpen) ? ScreeningMoment.ConcernOpen
        : ScreeningMoment.UnderWay;
}
