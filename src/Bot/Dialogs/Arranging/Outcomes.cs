using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Tells where the answers lead, and why, with what can help now.</summary>
internal static class Outcomes
{
    public static Turn Tell(Turn turn, Surroundings around)
    {
        var outcome = OutcomeOf.Answers(turn.Conversation, around);
        if (outcome.IsCrisis)
        {
            return CrisisHelp.Begin(turn, outcome, around);
        }

        var reply = turn.Phrase(around, $"outcome.{outcome.Layer}");
        turn = turn.Say(reply with { Details = [new Detail("Why we say this", [.. outcome.Reasons.Select(reason => reason.Text)])] });
        foreach (var topic in outcome.Offers.Where(topic => !turn.Conversation.Topics.Contains(topic)).Take(3))
        {
            turn = TellAbout(turn, topic, around);
        }

        return turn;
    }

    private static Turn TellAbout(Turn turn, string topic, Surroundings around)
    {
        if (around.Knowledge.GuideFor(topic, around.Now) is not { } guide)
        {
            return turn;
        }

        var services = around.Knowledge.ServicesFor(topic, turn.Conversation.Place, around.Now, 2, Answering.Unwanted(turn.Conversation));
        return turn
            .Say(new Reply { Text = $"**{guide.Title}.** {guide.Summary}", Short = guide.Sms, Spoken = guide.Spoken, Services = services, Sources = [guide.Source], Phrase = $"answer.{topic}" })
            .Remember(c => c with { Topics = c.Topics.Add(topic) });
    }
}
