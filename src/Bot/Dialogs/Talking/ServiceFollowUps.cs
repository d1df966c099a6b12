using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>"Is there one nearer?", "what about at weekends?", "and for my dad?": services for what was talked of, said in a sentence, without the whole answer again.</summary>
internal static class ServiceFollowUps
{
    /// <summary>The answer; null when the question has a subject of its own, or there is no service to name.</summary>
    public static Turn? Take(Turn turn, string question, Surroundings around)
    {
        var conversation = turn.Conversation;
        var asked = new KnowledgeQuestion(question, conversation.Place, around.Now, conversation.Topics) { Except = Answering.Unwanted(conversation) };
        if (around.Knowledge.FollowUp(asked) is not { } found || found.Fitting.IsEmpty && found.Others.IsEmpty && found.Kind != FollowUpKind.Elsewhere)
        {
            return null;
        }

        var (phrase, values) = Said(found, turn);
        return turn.Say(turn.Phrase(around, phrase, values) with { Services = found.Fitting.IsEmpty ? found.Others : found.Fitting }).End(found.Fitting.IsEmpty ? EndingIds.NotFound : EndingIds.Answered);
    }

    private static (string Phrase, (string, string)[] Values) Said(FollowUpAnswer found, Turn turn) => found.Kind switch
    {
        FollowUpKind.Nearest => Nearest(found, turn),
        FollowUpKind.Weekend => (found.Fitting.IsEmpty ? PhraseIds.NoneAtWeekends : PhraseIds.AtWeekends, []),
        FollowUpKind.Evening => (found.Fitting.IsEmpty ? PhraseIds.NoneInTheEvening : PhraseIds.InTheEvening, []),
        FollowUpKind.Free => (found.Fitting.IsEmpty ? PhraseIds.NoneFree : PhraseIds.FreeOnes, []),
        FollowUpKind.Elsewhere when found.Place is { } place => (found.Fitting.IsEmpty ? PhraseIds.NoneNear : PhraseIds.NearThere, [("place", place.Name)]),
        _ => (PhraseIds.ForSomebodyElse, []),
    };

    private static (string Phrase, (string, string)[] Values) Nearest(FollowUpAnswer found, Turn turn)
    {
        if (found.Place is null)
        {
            return (PhraseIds.NearestWhere, []);
        }

        if (found.Fitting.FirstOrDefault() is not { Miles: { } miles } nearest)
        {
            return (PhraseIds.NoneNear, [("place", found.Place.Name)]);
        }

        var far = miles < 1 ? "less than a mile" : string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(miles)} {(Math.Round(miles) == 1 ? "mile" : "miles")}");
        return (turn.Conversation.Named.Any(named => named.Name == nearest.Name) ? PhraseIds.NoneNearer : PhraseIds.NearestOne, [("name", nearest.Name), ("town", nearest.Where), ("far", far)]);
    }
}
