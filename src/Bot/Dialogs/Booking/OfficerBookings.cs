using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>What officers do with appointments. Null: it can't be done, and nothing happens.</summary>
internal static class OfficerBookings
{
    /// <summary>Puts free times before the resident.</summary>
    public static Turn? Offer(Turn turn, string kind, Surroundings around) =>
        around.Content.Appointments.Find(kind) is { } known ? OfferTimes.Offer(turn, known, null, _ => true, PhraseIds.AppointmentOffer, around) : null;

    /// <summary>Books the time, if it is still free.</summary>
    public static Turn? Book(Turn turn, ConversationEvent.OfficerBooks books, Surroundings around)
    {
        var settings = around.Content.Appointments;
        if (settings.Find(books.Slot.Kind) is not { } kind || settings.FindCalendar(kind.Calendar) is not { })
        {
            return null;
        }

        if (around.Diary is not { } diary)
        {
            return turn with { WantsDiary = true };
        }

        return diary.Free(kind, around.Content, around.Now).Contains(books.Slot)
            ? TakeTime.Take(turn, new TimesOffered(kind.Id, [books.Slot], null), books.Slot, around, books.Officer.Name)
            : null;
    }

    /// <summary>Cancels it; null when it doesn't stand any more.</summary>
    public static Turn? Cancel(Turn turn, ConversationEvent.OfficerCancelsAppointment cancels, Surroundings around) =>
        turn.Conversation.Appointments.FirstOrDefault(booked => booked.Id == cancels.Id) is { } standing ? ChangeBooked.Cancel(turn, standing, around, cancels.Officer.Name) : null;
}
