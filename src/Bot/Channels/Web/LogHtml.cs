using System.Globalization;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Entries of a conversation's log as HTML: the same for the page, for what is pushed to it, and for the desk.</summary>
internal static class LogHtml
{
    public static string Of(IEnumerable<LogEntry> log) => string.Concat(log.Where(entry => entry.Who != Speaker.Client).Select(Of));

    private static string Of(LogEntry entry)
    {
        var at = CouncilCalendar.InLondon(entry.At).ToString("HH:mm", CultureInfo.InvariantCulture);
        var words = entry.Reply is { } reply ? ReplyHtml.Of(reply) : $"<div class=\"{(entry.Who == Speaker.Resident ? "t" : "bot")}\">{PageHtml.Encode(entry.Text)}</div>";
        return $"<div class=\"m{(entry.Who == Speaker.Resident ? " me" : "")}\" id=\"m{entry.Sequence}\"><p class=\"who\">{PageHtml.Encode(Name(entry))}, {at}</p>{words}{VoteHtml.Under(entry)}</div>";
    }

    private static string Name(LogEntry entry) => entry.Who switch
    {
        Speaker.Resident => "You",
        Speaker.Officer => entry.By is { } name ? $"{name}, council officer" : "Council officer",
        Speaker.System => "Note",
        _ => "Assistant",
    };
}
