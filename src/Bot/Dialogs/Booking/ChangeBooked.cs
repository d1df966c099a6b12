using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>An appointment is moved or cancelled by saying so.</summary>
internal static class ChangeBooked
{
    private const int MostWords = 20;

    /// <summary>The message moves or cancels something that is booked; null when it does neither.</summary>
    public static Turn? Take(Turn turn, Surroundings around)
    {
        var settings = around.Content.Appointments;
        var coming = turn.Conversation.Appointments.Where(booked => booked.At > around.Now).ToImmutableArray();
        if (coming.IsEmpty || turn.Conversation.Floor == Floor.Officer || OfferTimes.IsInOwnWords(turn, around) || Words.All(turn.Message.Text).Length > MostWords)
        {
            return null;
        }

        var line = Words.Line(turn.Message.Text);
        var (cancels, moves) = (Words.HasAny(line, settings.CancelWords.AsSpan()), Words.HasAny(line, settings.MoveWords.AsSpan()));
        var isNamed = Words.HasAny(line, [.. settings.NamedWords, .. settings.Kinds.SelectMany(kind => kind.Named)]) || JustTold(turn);
        if (!isNamed || (!cancels && !moves))
        {
            return null;
        }

        return Meant(coming, line, turn.Message.Text, around) switch
        {
            [var one] => cancels && !moves ? Cancel(turn, one, around) : Move(turn, one, around),
            var several => Which(turn, several, cancels && !moves, around),
        };
    }

    /// <summary>Takes an appointment out, and says so.</summary>
    /// <param name="officer">Name of the officer who cancels; empty for the person.</param>
    public static Turn Cancel(Turn turn, BookedAppointment booked, Surroundings around, string officer = "")
    {
        var name = around.Content.Appointments.NameOf(booked.Kind);
        turn = Bookings.Remove(turn, booked).Say(around, officer.Length > 0 ? PhraseIds.AppointmentCancelledByOfficer : PhraseIds.AppointmentCancelled, ("name", name), ("when", WaitWords.When(booked.At, around)), ("officer", officer));
        return (officer.Length > 0 ? turn : Commands.Reask(turn, around)).End(EndingIds.AppointmentCancelled);
    }

    // "Move it to Friday afternoon": times that fit what they said, else the soonest.
    private static Turn Move(Turn turn, BookedAppointment booked, Surroundings around)
    {
        if (around.Content.Appointments.Find(booked.Kind) is not { } kind)
        {
            return AskForPerson.Ask(turn, around);
        }

        // "From Tuesday to Friday": what comes after "to" is what they want.
        var text = turn.Message.Text;
        var wish = TimeWish.In(text[(text.LastIndexOf(" to ", StringComparison.OrdinalIgnoreCase) + 1)..], around.Today);
        var isOld = !wish.IsEmpty && wish.Fits(booked.At);
        return OfferTimes.Offer(turn, kind, booked.Id, slot => slot.At != booked.At && (wish.IsEmpty || isOld || wish.Fits(slot.At)), PhraseIds.AppointmentOffer, around);
    }

    private static Turn Which(Turn turn, ImmutableArray<BookedAppointment> several, bool cancels, Surroundings around)
    {
        var verb = cancels ? around.Content.Appointments.CancelWords[0] : around.Content.Appointments.MoveWords[0];
        var actions = several.Select(booked => $"{char.ToUpperInvariant(verb[0])}{verb[1..]} {around.Content.Appointments.NameOf(booked.Kind)} on {TimeWords.Label(booked.At)}").Select(words => new SuggestedAction(words, words));
        return turn.Say(turn.Phrase(around, PhraseIds.AppointmentWhichOne) with { Style = ReplyStyle.Question, Actions = [.. actions] }).End(EndingIds.TimesOffered);
    }

    // By its name and its time, as far as they were said.
    private static ImmutableArray<BookedAppointment> Meant(ImmutableArray<BookedAppointment> coming, string line, string text, Surroundings around)
    {
        var named = coming.Where(booked => around.Content.Appointments.Find(booked.Kind) is { } kind && Words.HasAny(line, kind.Named.AsSpan())).ToImmutableArray();
        var of = named.IsEmpty ? coming : named;
        var wish = TimeWish.In(text, around.Today);
        var timed = wish.IsEmpty ? [] : of.Where(booked => wish.Fits(booked.At)).ToImmutableArray();
        return timed.IsEmpty ? of : timed;
    }

    // "Move it": what "it" is was just talked of.
    private static bool JustTold(Turn turn) => turn.Conversation.LastReplies.Any(reply => reply.Phrase.StartsWith("appointment.", StringComparison.Ordinal));
}
