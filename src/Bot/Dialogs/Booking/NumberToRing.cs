using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>The number that a booking asks for: once it is there, nothing more is asked. Whoever books a call has not asked for a first conversation.</summary>
internal static class NumberToRing
{
    private const string Question = "contact_phone";

    /// <summary>Asks for it.</summary>
    public static Turn Ask(Turn turn, Surroundings around) =>
        around.Content.FindQuestion(Question) is { } question ? turn.Ask(around, question) : turn;

    /// <summary>Takes it; null when the message gives none, or when it was asked for something else.</summary>
    public static Turn? Take(Turn turn, MessageReading reading, Surroundings around)
    {
        var conversation = turn.Conversation;
        var isForBooking = conversation.OpenQuestion == Question && conversation.Forms.IsEmpty && conversation.LastReplies.Any(reply => reply.Phrase is PhraseIds.AppointmentBooked or PhraseIds.AppointmentMoved);
        return isForBooking && Asking.Take(turn, reading, around) is { } taken ? taken.Say(around, PhraseIds.AppointmentNumberKept) : null;
    }
}
