using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>Replies as one text: numbers to ring first, short words, rows and services in a line each, and choices with a number to answer by.</summary>
internal static class ReplyAsText
{
    public static string Of(ImmutableArray<Reply> replies)
    {
        var lines = replies.OrderByDescending(reply => reply.Style == ReplyStyle.Danger).SelectMany(Lines);
        return string.Join('\n', [.. lines, .. replies.IsEmpty ? [] : Choices(replies[^1])]);
    }

    private static IEnumerable<string> Lines(Reply reply) =>
    [
        .. reply.Numbers.Select(number => $"{number.Label} {number.Number}{(number.Note.Length > 0 ? $" ({number.Note})" : "")}"),
        .. Words(reply),
        .. reply.Rows.Select(row => $"{row.Label}: {row.Value}"),
        .. reply.Services.Select(Service),
        .. reply.Sources.Take(1).Select(source => source.Checked is { } day ? string.Create(CultureInfo.GetCultureInfo("en-GB"), $"From {source.Title}, checked {day:d MMM yyyy}") : $"From {source.Title}"),
    ];

    private static IEnumerable<string> Words(Reply reply)
    {
        var words = ReplyText.Plain(reply.Short.Length > 0 ? reply.Short : reply.Text).Replace("\n\n", "\n", StringComparison.Ordinal).Trim();
        return words.Length > 0 ? [words] : [];
    }

    private static string Service(ServiceHit service)
    {
        string[] parts = [service.Name, service.Where, service.When, service.Cost, service.Phone];
        return $"- {string.Join(", ", parts.Where(part => part.Length > 0))}";
    }

    private static IEnumerable<string> Choices(Reply last) =>
        last.Actions.Select((action, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1} {action.Label}"));
}
