using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Replies;

/// <summary>A reply as plain text, for a terminal or a transcript.</summary>
public static partial class ReplyText
{
    /// <summary>What is said aloud: the spoken version, or the words without their markup. Numbers to ring come first.</summary>
    public static string Spoken(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return string.Join(' ', [.. reply.Numbers.Select(number => $"{number.Label} {number.Number}."), reply.Spoken.Length > 0 ? Plain(reply.Spoken) : Plain(reply.Text)]).Trim();
    }

    /// <summary>A reply as a channel gives it: a text message, words to be spoken, or all of it.</summary>
    public static string For(string channel, Reply reply) => channel switch
    {
        "sms" => TextMessage.Of(reply),
        "voice" => Voice.Of(reply),
        _ => Of(reply),
    };

    /// <summary>Words without markup: <c>**</c> goes, a link leaves its words.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Link().Replace(text.Replace("**", "", StringComparison.Ordinal), "$1");
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    /// <summary>Numbers to ring first, then the words, rows, services, sources and buttons.</summary>
    public static string Of(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var text = new StringBuilder();
        foreach (var number in reply.Numbers)
        {
            text.AppendLine($"{number.Label}: {number.Number} {number.Note}".TrimEnd());
        }

        text.AppendLine(reply.Text.Replace("**", "", StringComparison.Ordinal));
        foreach (var row in reply.Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {row.Label}: {row.Value}");
        }

        foreach (var service in reply.Services)
        {
            text.AppendLine(Service(service));
        }

        foreach (var source in reply.Sources)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  From {source.Title}{(source.Checked is { } day ? string.Create(CultureInfo.InvariantCulture, $", checked on {day:d MMMM yyyy}") : "")}");
        }

        if (!reply.Actions.IsEmpty)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  [{string.Join("] [", reply.Actions.Select(action => action.Label))}]");
        }

        return text.ToString().TrimEnd();
    }

    private static string Service(ServiceHit service)
    {
        var far = service.Miles is { } miles and >= 0.5 ? string.Create(CultureInfo.InvariantCulture, $", {miles} miles away") : "";
        string[] parts = [service.Name, service.Where + far, service.When, service.Cost, service.Phone];
        return $"  * {string.Join("; ", parts.Where(part => part.Length > 0))}";
    }
}
