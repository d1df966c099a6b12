using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>A conversation as staff read it: everybody's words, and what was done at the desk.</summary>
internal sealed record StaffLogHtml(BotContent Content)
{
    public string Of(ImmutableArray<LogEntry> log) => string.Concat(log.Where(entry => entry.Who != Speaker.Client).Select(Of));

    private string Of(LogEntry entry) => entry.Event is { } what && entry.Audience == Audience.Staff
        ? $"<div class=\"b note\" id=\"m{entry.Sequence}\"><p class=\"who\">{Encode(Label(what))}, {Encode(entry.By ?? "by the clock")} {DeskPage.Clock(entry.At)}</p>{(entry.Text.Length > 0 ? $"<p>{Encode(entry.Text)}</p>" : "")}</div>"
        : $"<div class=\"b {Side(entry.Who)}{(entry.Reply?.Style == ReplyStyle.Danger ? " danger" : "")}\" id=\"m{entry.Sequence}\"><p class=\"who\">{Encode(Name(entry))} {DeskPage.Clock(entry.At)}</p>{Words(entry)}</div>";

    private string Label(string ending) => Content.Endings.TryGetValue(ending, out Ending? known) ? known.Label : ending;

    private static string Side(Speaker who) => who switch
    {
        Speaker.Resident => "r",
        Speaker.Officer => "o",
        _ => "a",
    };

    /// <summary>Who says it, for staff.</summary>
    public static string Name(LogEntry entry) => entry.Who switch
    {
        Speaker.Resident => "Resident",
        Speaker.Officer => entry.By ?? "Officer",
        Speaker.System => "Note",
        _ => "Assistant",
    };

    private static string Words(LogEntry entry) => entry.Reply is { } reply
        ? string.Concat(Lines(reply).Select(line => $"<p>{Strong(line)}</p>"))
        : $"<p class=\"said-words\">{Encode(entry.Text)}</p>";

    private static IEnumerable<string> Lines(Reply reply) =>
    [
        .. reply.Numbers.Select(number => $"**{number.Label} {number.Number}**"),
        .. reply.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(ReplyText.Plain),
        .. reply.Rows.Select(row => $"{row.Label}: {row.Value}"),
        .. reply.Services.Select(service => $"Shown: {service.Name}, {service.Where}"),
    ];

    private static string Strong(string line)
    {
        var parts = Encode(line).Split("**");
        return string.Concat(parts.Select((part, index) => index % 2 == 1 && index < parts.Length - 1 ? $"<strong>{part}</strong>" : part));
    }

    private static string Encode(string text) => DeskPage.Encode(text);
}
