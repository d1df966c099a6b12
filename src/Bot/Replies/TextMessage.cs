using System.Collections.Immutable;

namespace TransformingLives.Bot.Replies;

/// <summary>A reply as text messages: short wording, no markup, no more than three parts each.</summary>
public static class TextMessage
{
    /// <summary>Characters in three parts of 153 (GSM 03.38, with the header that joins them).</summary>
    public const int Longest = 459;

    private const int MostServices = 2;

    /// <summary>What is sent for a reply.</summary>
    public static string Of(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var words = ReplyText.Plain(reply.Short.Length > 0 ? reply.Short : reply.Text).Replace("\n\n", " ", StringComparison.Ordinal);
        var numbers = string.Join(". ", reply.Numbers.Where(number => !words.Contains(number.Number, StringComparison.Ordinal)).Select(number => $"{number.Label}: {number.Number}"));
        var rows = reply.Style == ReplyStyle.Summary ? string.Join(". ", reply.Rows.Select(row => $"{row.Label}: {row.Value}")) : reply.Style == ReplyStyle.Estimate ? string.Join(". ", reply.Rows.Take(3).Select(row => $"{row.Label}: {row.Value}")) : "";
        var services = string.Join(". ", reply.Services.Take(MostServices).Select(service => $"{service.Name} {service.Phone}".TrimEnd()));
        var choices = reply.Style == ReplyStyle.Question && !reply.Actions.IsEmpty && !words.Contains("Reply ", StringComparison.Ordinal) ? Choices(reply) : "";
        return Fit([words, numbers, choices, rows, services]);
    }

    /// <summary>The first sentences of a text that fit into two parts.</summary>
    public static string Shortened(string text)
    {
        const int most = 300;
        var plain = ReplyText.Plain(text).Replace("\n\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        if (plain.Length <= most)
        {
            return plain;
        }

        var end = plain[..most].LastIndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? plain[..(end + 1)] : plain[..most];
    }

    private static string Choices(Reply reply) =>
        string.Join(", ", [.. reply.Actions.Where(action => action.Value != "Skip").Select((action, index) => $"{(index == 0 ? "Reply " : "")}{index + 1} {action.Label}"), .. reply.Actions.Any(action => action.Value == "Skip") ? ["or SKIP"] : Array.Empty<string>()]);

    // What comes first matters most: a piece that doesn't fit any more is left out.
    private static string Fit(ImmutableArray<string> pieces)
    {
        var text = "";
        foreach (var piece in pieces.Where(piece => piece.Length > 0))
        {
            var longer = text.Length == 0 ? piece : $"{text} {piece}";
            text = longer.Length <= Longest ? longer : text;
        }

        return text.Length > 0 ? text : Cut(pieces.First(piece => piece.Length > 0));
    }

    private static string Cut(string text)
    {
        var end = text[..Longest].LastIndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? text[..(end + 1)] : text[..(Longest - 1)] + "…";
    }
}
