using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Whether somebody can be reached, and whether a message says how.</summary>
internal static class Reach
{
    /// <summary>The message gives a number or an address to be reached on.</summary>
    public static bool IsGiven(MessageReading reading) => reading.Facts.Any(fact => fact.Fact is FactIds.Phone or FactIds.Email);

    /// <summary>Who texts, or whose number was shown to be theirs, is reached there.</summary>
    public static bool IsByText(Conversation conversation) => !conversation.Numbers.IsEmpty || conversation.SpeaksBy() is "sms" or "whatsapp";

    /// <summary>We know how to reach the person. Somebody who texts or rings is reached where they are.</summary>
    public static bool IsKnown(Conversation conversation) =>
        IsByText(conversation) || conversation.Answers["contact_phone"] is { IsSkipped: false } || conversation.Answers["contact_email"] is { IsSkipped: false };

    /// <summary>The number to ring; null when there is none.</summary>
    public static PhoneValue? Phone(Conversation conversation) => conversation.Answers["contact_phone"]?.Value as PhoneValue;

    /// <summary>The mobile number that a text can go to, E.164; null when there is none.</summary>
    public static string? Mobile(Conversation conversation) =>
        Phone(conversation) is { } phone && phone.IsMobile() ? phone.International() : null;

    /// <summary>The number that was shown to be theirs, E.164; null when none was.</summary>
    public static string? Verified(Conversation conversation) => conversation.Numbers.IsEmpty ? null : conversation.Numbers[^1];

    /// <summary>How they want to be reached; null when they didn't say.</summary>
    public static string? Way(Conversation conversation) => (conversation.Answers["contact_way"]?.Value as ChoiceValue)?.Option;
}
