using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>
/// An ambulance took somebody away, and somebody who needs them stays behind: 999 was rung already, and help is needed today. It is told of by a cue
/// that "raises" a danger (<c>content/triage/cues.yaml</c>). A life in danger anywhere else in the message stands.
/// </summary>
internal static class LeftAlone
{
    public static Turn Look(Turn turn, Surroundings around)
    {
        if (!turn.Cues.Any(cue => cue.Raises is not null))
        {
            return turn;
        }

        foreach (var (cue, words) in FindCues.In(turn.Message.Text, around.Cues, around.SafetyRules).Where(one => one.Cue.Raises is not null))
        {
            var others = turn.Concerns.RemoveAll(concern => concern.Kind == ConcernKind.Emergency999 && words.Contains(concern.Words, StringComparison.Ordinal));
            var raised = others.Any(concern => concern.Kind == cue.Raises) ? others : others.Add(new Concern(cue.Raises!.Value, cue.Id, words));
            turn = turn with { Concerns = raised.Sort((one, other) => one.Kind.CompareTo(other.Kind)), Doubt = null };
        }

        return turn;
    }
}
