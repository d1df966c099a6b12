namespace TransformingLives.Bot.Desk.Pages;

/// <summary>Channels in words for staff.</summary>
internal static class ChannelWords
{
    public static string Of(string channel) => channel switch
    {
        "web" => "Web",
        "sms" => "Text message",
        "whatsapp" => "WhatsApp",
        "connector" => "Bot Framework channel",
        "voice" => "Phone",
        "directline" => "Web chat",
        "terminal" => "Terminal",
        _ => channel,
    };
}
