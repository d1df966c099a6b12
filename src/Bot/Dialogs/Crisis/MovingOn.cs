using System.Collections.Immutable;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>
/// Whether somebody has moved on from a concern, without saying so. The desk was told and what had to be sent is sent: from there on a net that
/// was wrong must cost one or two replies, and never the conversation. The more urgent the danger, the plainer it has to be; what no rule saw is left
/// as soon as anything else is told.
/// </summary>
internal static class MovingOn
{
    /// <summary>Stayed with so often, nobody is held back from talking of anything else.</summary>
    private const int LongEnough = 4;
    private const int LongEnoughWithCarers = 2;
    private const int LongEnoughUnseen = 2;

    private static readonly ImmutableArray<Intent> OtherWishes = [Intent.Estimate, Intent.ExplainEstimate, Intent.EstimateNow, Intent.Change, Intent.Back, Intent.Why, Intent.Skip, Intent.NamedAgain, Intent.StopAndText];

    /// <summary>What people tell of themselves in the ordinary course of a conversation; where somebody is and how to reach them belongs to the danger as well.</summary>
    private static readonly ImmutableArray<string> Ordinary =
    [
        FactIds.PersonAge, FactIds.SpeakerAge, FactIds.PersonBorn, FactIds.SpeakerBorn, FactIds.Condition, FactIds.LivesAlone, FactIds.Wants, FactIds.NotWanted, FactIds.Strength, FactIds.Likes, FactIds.Dislikes, FactIds.Network, FactIds.HelperDoes, FactIds.NotACarer, FactIds.PhoneNotes, FactIds.Email, FactIds.Holding,
    ];

    /// <summary>The turn with the concern closed when something else is talked of; unchanged otherwise.</summary>
    public static Turn From(Turn turn, Surroundings around)
    {
        var reading = turn.Reading!;
        return turn.Concerns.IsEmpty && OpenConcern.Of(turn.Conversation) is { } kind && HasMovedOn(turn, reading, kind, around)
            ? Close(turn, kind, around)
            : turn;
    }

    private static Turn Close(Turn turn, ConcernKind kind, Surroundings around)
    {
        turn = turn.Remember(OpenConcern.Closed);
        return kind == ConcernKind.CarerBreakdown ? turn : turn.Say(around, PhraseIds.CarryOnAfterConcern);
    }

    private static bool HasMovedOn(Turn turn, MessageReading reading, ConcernKind kind, Surroundings around)
    {
        if (reading.Has(Intent.Person) || reading.Has(Intent.AnotherDay) || reading.Has(Intent.Resume)
            || ConcernReplies.Fits(kind, turn.Message.Text, around.SafetyResponses) || ConcernReplies.IsTakenBack(kind, turn.Message.Text, around.SafetyResponses))
        {
            return false;
        }

        var stayed = OpenConcern.TimesStayed(turn.Conversation, kind);
        if (OpenConcern.IsSeenByNoRule(turn.Conversation) && (stayed > 0 || kind > ConcernKind.SuicideSelfHarm) && !SoundsOfDanger(turn, around) && (stayed >= LongEnoughUnseen || TellsElse(reading) || AsksElse(turn, reading, around)))
        {
            return true;
        }

        return kind switch
        {
            _ when reading.Has(Intent.StopAndText) => stayed > 0 || kind > ConcernKind.SuicideSelfHarm,
            ConcernKind.CarerBreakdown => !Reach.IsGiven(reading) && (!reading.Questions.IsEmpty || WantsElse(reading) || stayed >= LongEnoughWithCarers),
            ConcernKind.Emergency999 or ConcernKind.SuicideSelfHarm => stayed > 0 && !SoundsOfDanger(turn, around) && (stayed >= LongEnough || AsksElse(turn, reading, around)),
            _ => stayed > 0 && !Reach.IsGiven(reading) && (stayed >= LongEnough || AsksElse(turn, reading, around)),
        };
    }

    private static bool AsksElse(Turn turn, MessageReading reading, Surroundings around) =>
        WantsElse(reading) || reading.Questions.Any(question => Answering.IsOrdinary(turn, question, around));

    private static bool TellsElse(MessageReading reading) => !Reach.IsGiven(reading) && reading.Facts.Any(fact => Ordinary.Contains(fact.Fact));

    private static bool WantsElse(MessageReading reading) => reading.Arranges || OtherWishes.Any(reading.Has);

    private static bool SoundsOfDanger(Turn turn, Surroundings around) =>
        Sightings.In(SafetyTokens.Of(turn.Message.Text, around.SafetyRules), around.SafetyRules).Any(sighting => !sighting.IsCancelled);
}
