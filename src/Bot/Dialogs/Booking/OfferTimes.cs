using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>Puts free times on the table.</summary>
internal static class OfferTimes
{
    /// <summary>The person asks for an appointment by name; null when they don't.</summary>
    public static Turn? Asked(Turn turn, Surroundings around)
    {
        var line = Reading.Words.Line(turn.Message.Text);
        return turn.Conversation.Floor != Floor.Officer && !IsInOwnWords(turn, around) && around.Content.Appointments.Kinds.FirstOrDefault(kind => Reading.Words.HasAny(line, kind.Asks.AsSpan())) is { } kind
            ? Offer(turn, kind, null, slot => true, PhraseIds.AppointmentOffer, around)
            : null;
    }

    /// <summary>A question is open that is answered in own words: what they write there is the answer.</summary>
    public static bool IsInOwnWords(Turn turn, Surroundings around) =>
        turn.Conversation.OpenQuestion is { } id && around.Content.FindQuestion(id)?.Kind is Forms.AnswerKind.Text or Forms.AnswerKind.Address or Forms.AnswerKind.Name;

    /// <summary>Offers the soonest free times that fit, spread over the days; where none fits, the soonest of all; where there is none, says so.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="kind">What for.</param>
    /// <param name="moves">The appointment that would be moved; null for a new one.</param>
    /// <param name="fits">Which times.</param>
    /// <param name="phrase">How it is said.</param>
    /// <param name="around">What the turn looks at.</param>
    public static Turn Offer(Turn turn, AppointmentKind kind, Guid? moves, Func<Slot, bool> fits, string phrase, Surroundings around)
    {
        if (around.Diary is not { } diary)
        {
            return turn with { WantsDiary = true };
        }

        var free = diary.Free(kind, around.Content, around.Now).ToImmutableArray();
        var fitting = free.Where(fits).ToImmutableArray();
        if (free.IsEmpty)
        {
            var none = turn.Say(around, PhraseIds.AppointmentNoneFree, ("name", kind.Name), ("days", kind.DaysAhead.ToString(CultureInfo.InvariantCulture)));
            return none.Remember(c => c with { Times = null }).End(EndingIds.TimesOffered);
        }

        var slots = Spread(fitting.IsEmpty ? free : fitting, around);
        return Show(turn, new TimesOffered(kind.Id, slots, moves), fitting.IsEmpty ? PhraseIds.AppointmentOfferInstead : phrase, around);
    }

    /// <summary>Shows times and remembers them.</summary>
    public static Turn Show(Turn turn, TimesOffered times, string phrase, Surroundings around)
    {
        var reply = turn.Phrase(around, phrase, ("name", around.Content.Appointments.NameOf(times.Kind)));
        var others = new SuggestedAction("Other times", "Other times");
        return turn
            .Say(reply with { Style = ReplyStyle.Question, Actions = [.. times.Slots.Select(slot => new SuggestedAction(TimeWords.Label(slot.At), TimeWords.Label(slot.At))), others] })
            .Remember(c => c with { Times = times })
            .End(EndingIds.TimesOffered);
    }

    // Two of a day at most, one before noon and one after it, so that there is a choice.
    private static ImmutableArray<Slot> Spread(ImmutableArray<Slot> free, Surroundings around)
    {
        var most = around.Content.Appointments.OfferedAtOnce;
        var chosen = free.DistinctBy(slot => (around.Content.Calendar.DayOf(slot.At), Content.CouncilCalendar.InLondon(slot.At).Hour < 12)).Take(most).ToList();
        return [.. chosen.Concat(free.Except(chosen)).Take(most).OrderBy(slot => slot.At)];
    }
}
