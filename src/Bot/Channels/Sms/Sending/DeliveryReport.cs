namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>What providers say became of a text.</summary>
internal static class DeliveryReport
{
    public static TextState? FromTwilio(string status) => status switch
    {
        "delivered" or "read" => TextState.Delivered,
        "failed" or "undelivered" or "canceled" => TextState.Failed,
        "sent" or "sending" or "queued" or "accepted" => TextState.Sent,
        _ => null,
    };

    public static TextState? FromNotify(string status) => status switch
    {
        "delivered" => TextState.Delivered,
        "permanent-failure" or "temporary-failure" or "technical-failure" => TextState.Failed,
        _ => null,
    };
}
