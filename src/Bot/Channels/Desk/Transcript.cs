using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Channels.Desk;

/// <summary>A conversation to be read: who, when, what.</summary>
internal static class Transcript
{
    public static string Html(ImmutableArray<LogEntry> log) =>
        $"<ol class=\"transcript\">{string.Concat(log.Where(entry => entry.Who != Speaker.Client).Select(entry => $"<li class=\"{entry.Who.ToString().ToLowerInvariant()}\"><span class=\"who\">{entry.Who}, {CouncilCalendar.InLondon(entry.At):d MMM HH:mm}</span><div>{DeskPage.Encode(entry.Text.Replace("**", "", StringComparison.Ordinal))}</div></li>"))}</ol>";
}
