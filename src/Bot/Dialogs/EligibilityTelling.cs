using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage.Eligibility;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Tells what a first look at the Care Act's conditions shows: never a decision, never a no, nothing at all in a crisis.</summary>
internal static class EligibilityTelling
{
    /// <param name="family">The family of phrases: <c>eligibility</c> or <c>eligibility.helper</c>.</param>
    public static Turn Tell(Turn turn, Criteria criteria, string family, Surroundings around)
    {
        var concerns = turn.Conversation.OpenConcerns();
        if (concerns.Count > 0)
        {
            return turn;
        }

        var check = CheckEligibility.Of(criteria, turn.Conversation.Answers, concerns);
        var reply = turn.Phrase(around, $"{family}.{EligibilityWords.Code(check.Result)}");
        return turn.Say(reply with { Details = [new Detail("How we looked at it", EligibilityWords.Lines(check))] });
    }
}
