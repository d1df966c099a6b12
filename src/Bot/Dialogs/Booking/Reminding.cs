using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>A reminder falls due.</summary>
internal static class Reminding
{
    /// <summary>The appointment, when it still stands; null when it was moved, cancelled or is over.</summary>
    public static BookedAppointment? Of(Conversation conversation, Guid id, DateTimeOffset now) =>
        conversation.Appointments.FirstOrDefault(booked => booked.Id == id && booked.At > now);

    /// <summary>Says it where they are. On the web nobody sees it until they come back: a text tells them.</summary>
    public static Turn Say(Turn turn, BookedAppointment booked, Surroundings around)
    {
        var kind = around.Content.Appointments.Find(booked.Kind);
        (string, string)[] values = [("name", around.Content.Appointments.NameOf(booked.Kind)), ("when", WaitWords.When(booked.At, around)), ("where", kind?.Where ?? "")];
        turn = turn.Say(around, PhraseIds.AppointmentReminder, values).End(EndingIds.SaidWhenDue);
        var isTexting = turn.Conversation.SpeaksBy() is "sms" or "whatsapp";
        var to = isTexting ? CaseWork.SendText.WhereTheyText : Reach.Verified(turn.Conversation) ?? Reach.Mobile(turn.Conversation);
        var text = isTexting ? TextMessage.Of(turn.Replies[^1]) : turn.Phrase(around, PhraseIds.AppointmentReminderText, values).Text;
        return to is null ? turn : turn.Do(new CaseWork.SendText(WorkId.For(turn, "reminder-text"), turn.Conversation.Id, to, text));
    }
}
