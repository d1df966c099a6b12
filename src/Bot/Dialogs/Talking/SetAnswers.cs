using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>Questions whose answer is written down word for word: who we are, who reads this, whether helping lowers a budget.</summary>
internal static class SetAnswers
{
    /// <summary>The answer; null when none is set for the question.</summary>
    public static Turn? For(Turn turn, string question, Surroundings around)
    {
        var found = FindCues.In(question, around.Cues, around.SafetyRules).Where(one => one.Cue.IsAnswer).Select(one => one.Cue).FirstOrDefault();
        if (found is null)
        {
            return null;
        }

        if (turn.Replies.Any(said => said.Phrase == $"cue.{found.Id}"))
        {
            return turn;
        }

        turn = Answering.Remember(turn, found.Topic);
        var reply = turn.Phrase(around, $"cue.{found.Id}");
        return turn.Say(found.Topic.Length > 0 && around.Knowledge.GuideFor(found.Topic, around.Now) is { } guide ? reply with { Sources = [guide.Source] } : reply)
            .Remember(c => c with { Suggested = found.Referral.Length == 0 ? c.Suggested : c.Suggested.Remove(found.Referral).Insert(0, found.Referral) })
            .End(EndingIds.Answered);
    }
}
