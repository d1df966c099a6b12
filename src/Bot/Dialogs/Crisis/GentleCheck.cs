using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>Where a message in the middle of a conversation may tell of a danger and may not, a trained person asks, simply. So do we, never twice running.</summary>
internal static class GentleCheck
{
    /// <summary>The rule named when somebody says yes.</summary>
    public const string Rule = "asked";
    private const int MostAsked = 3;
    private const int PlainYes = 3;

    private static readonly ImmutableArray<Intent> NotFollowed = [Intent.Repeat, Intent.Simpler, Intent.Why, Intent.AreYouThere, Intent.Nonsense];

    /// <summary>A yes to what was asked is the danger that was meant.</summary>
    public static Turn Confirmed(Turn turn) =>
        turn.Conversation.Doubt is { } doubt && turn.Concerns.IsEmpty && turn.Reading!.Agrees == true && !IsOfSomethingElse(turn)
            ? turn with { Concerns = [doubt with { Rule = Rule }] }
            : turn;

    /// <summary>A no is believed, and the conversation goes on; null when nothing was asked or something else is said.</summary>
    public static Turn? Denied(Turn turn, Conversation before, Surroundings around)
    {
        var reading = turn.Reading!;
        if (before.Doubt is null || reading.Agrees != false)
        {
            return null;
        }

        turn = turn.Say(around, PhraseIds.DoubtCleared);
        return reading.Questions.IsEmpty && !reading.Has(Intent.Person) ? Agenda.Next(turn, around).End(EndingIds.Asked) : Talk.On(turn, reading, around);
    }

    /// <summary>Whoever did not hear or follow it, or comes back from a pause with a yes to something else, is asked once more; null when nothing was asked or something is said.</summary>
    public static Turn? Again(Turn turn, Conversation before, Surroundings around)
    {
        var intent = turn.Reading!.Intents[0];
        if (before.Doubt is not null && intent == Intent.Wait)
        {
            return turn.Remember(c => c with { Doubt = before.Doubt }).Say(around, PhraseIds.Wait).End(EndingIds.SmallTalk);
        }

        return before is { Doubt: { } doubt, DoubtsAsked: < MostAsked } && (NotFollowed.Contains(intent) || IsOfSomethingElse(turn))
            ? Asked(turn.Remember(c => c with { EasyRead = c.EasyRead || intent == Intent.Simpler }), doubt, around).End(EndingIds.Repeated)
            : null;
    }

    // "Sorry, back now. Yes, he has a plan from school": a yes to what was talked of before the pause.
    private static bool IsOfSomethingElse(Turn turn) =>
        turn.Doubt is null && turn.Reading!.Agrees == true && turn.Reading.Has(Intent.BackAgain) && Words.All(turn.Reading.Statement).Length > PlainYes;

    /// <summary>Nothing is asked any more.</summary>
    public static Turn Over(Turn turn) => turn.Conversation.Doubt is null ? turn : turn.Remember(c => c with { Doubt = null });

    /// <summary>Asks, where there is a doubt: instead of the next question, after whatever else is said.</summary>
    public static Turn Ask(Turn turn, Conversation before, Surroundings around)
    {
        if (turn.Doubt is not { } doubt || !turn.Concerns.IsEmpty || turn.Conversation is { DoubtsAsked: >= MostAsked } or { Floor: not Floor.Bot } || before.Doubt is not null || turn.Conversation.OpenConcerns().Count > 0)
        {
            return turn;
        }

        // "Let me ask again" would go before another question.
        turn = turn with { Replies = [.. turn.Replies.Where(reply => turn.Ending != EndingIds.Unclear && reply.Asks is null && !OfferIds.IsMadeBy(reply.Phrase))] };
        return Asked(turn, doubt, around).Remember(c => c with { OpenQuestion = null, OpenOffer = null, TimesOffered = before.TimesOffered, Misses = 0 });
    }

    /// <summary>The same question again, after a silence.</summary>
    public static Turn Repeat(Turn turn, Concern doubt, Surroundings around) => turn.Say(around, $"doubt.{doubt.Kind.Code()}");

    private static Turn Asked(Turn turn, Concern doubt, Surroundings around) =>
        Repeat(turn, doubt, around).Remember(c => c with { Doubt = doubt, DoubtsAsked = c.DoubtsAsked + 1 });
}
