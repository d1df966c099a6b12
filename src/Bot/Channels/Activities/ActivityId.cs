using System.Globalization;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>Ids of activities: the conversation and the sequence in its log, <c>4f…|0000007</c>.</summary>
internal static class ActivityId
{
    public static string Of(string conversationId, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{sequence:0000000}");
}
