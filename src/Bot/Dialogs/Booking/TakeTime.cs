using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>A message about the times on the table.</summary>
internal static class TakeTime
{
    /// <summary>The time is chosen, for sure: it is booked, whoever has the floor. Null otherwise.</summary>
    public static Turn? Chosen(Turn turn, Surroundings around) =>
        turn.Conversation.Times is { } times && TimeChoice.Of(turn, times, around) is TimeChoice.One(var slot) ? Take(turn, times, slot, around) : null;

    /// <summary>Other times are wanted, or none; null when the message is about something else, and the times stay on the table.</summary>
    public static Turn? Answered(Turn turn, MessageReading reading, Surroundings around)
    {
        if (turn.Conversation.Times is not { } times || around.Content.Appointments.Find(times.Kind) is not { } kind)
        {
            return null;
        }

        return TimeChoice.Of(turn, times, around) switch
        {
            TimeChoice.Several(var slots) => OfferTimes.Show(turn, times with { Slots = slots }, PhraseIds.AppointmentWhich, around),
            TimeChoice.Wished(var wish) => OfferTimes.Offer(turn, kind, times.Moves, slot => wish.Fits(slot.At), PhraseIds.AppointmentOffer, around),
            TimeChoice.Others => OfferTimes.Offer(turn, kind, times.Moves, slot => slot.At > times.Slots[^1].At, PhraseIds.AppointmentOfferOther, around),
            _ => reading.Agrees == false && AreLatest(turn) ? Decline(turn, times, around) : null,
        };
    }

    /// <summary>Books a time, in place of another when that is moved.</summary>
    public static Turn Take(Turn turn, TimesOffered times, Slot slot, Surroundings around, string by = "")
    {
        if (around.Diary is null)
        {
            return turn with { WantsDiary = true };
        }

        var settings = around.Content.Appointments;
        if (settings.Find(times.Kind) is not { } kind || settings.FindCalendar(kind.Calendar) is not { } calendar || !around.Diary.IsFree(calendar, slot.At, kind.Length) || slot.At <= around.Now)
        {
            return settings.Find(times.Kind) is { } known
                ? OfferTimes.Offer(turn, known, times.Moves, other => other.At != slot.At, PhraseIds.AppointmentTaken, around)
                : turn.Remember(c => c with { Times = null }).Say(around, PhraseIds.AppointmentDeclined).End(EndingIds.Declined);
        }

        var before = turn.Conversation.Appointments.FirstOrDefault(booked => booked.Id == times.Moves);
        turn = before is null ? turn : Bookings.Remove(turn, before);
        turn = Bookings.Add(turn, kind, calendar, slot, by, around);
        turn = turn.Say(around, before is null ? PhraseIds.AppointmentBooked : PhraseIds.AppointmentMoved, ("name", kind.Name), ("when", WaitWords.When(slot.At, around)), ("where", kind.Where)).End(EndingIds.Booked);
        return GoOn(turn, kind, around);
    }

    private static bool AreLatest(Turn turn) => turn.Conversation.LastReplies is [.., { Style: ReplyStyle.Question, Phrase: var phrase }] && phrase.StartsWith("appointment.", StringComparison.Ordinal);

    private static Turn GoOn(Turn turn, AppointmentKind kind, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.Floor == Floor.Officer)
        {
            return turn;
        }

        var needsPhone = kind.NeedsPhone && Reach.Phone(conversation) is null && !Reach.IsByText(conversation);
        return needsPhone ? NumberToRing.Ask(turn, around) : Commands.Reask(turn, around);
    }

    private static Turn Decline(Turn turn, TimesOffered times, Surroundings around)
    {
        var kept = turn.Conversation.Appointments.FirstOrDefault(booked => booked.Id == times.Moves);
        turn = turn.Remember(c => c with { Times = null });
        turn = kept is null
            ? turn.Say(around, PhraseIds.AppointmentDeclined)
            : turn.Say(around, PhraseIds.AppointmentKept, ("name", around.Content.Appointments.NameOf(kept.Kind)), ("when", WaitWords.When(kept.At, around)));
        return Commands.Reask(turn, around).End(EndingIds.Declined);
    }
}
