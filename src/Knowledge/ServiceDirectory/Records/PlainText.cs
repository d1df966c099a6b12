using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Text as a person reads it: no markup, no control and no direction-changing characters.</summary>
internal static partial class PlainText
{
    /// <summary>Markup inside markup ("&amp;lt;b&amp;gt;") is taken off so many times; nobody writes more in good faith.</summary>
    private const int Peels = 5;

    private static readonly string[] Unread = ["script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title"];
    private static readonly string[] Blocks = ["p", "br", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol"];

    /// <summary>Lines stay lines; other white space becomes one space; empty when nothing is left.</summary>
    public static string From(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return "";
        }

        // Hidden characters first: "<" and "b>" with one between them would be markup when it is gone.
        var text = Tidy(written);
        for (var peel = 0; peel < Peels && Markup().IsMatch(text); peel++)
        {
            text = Tidy(WithoutMarkup(text));
        }

        return Markup().IsMatch(text) ? Tidy(Marks().Replace(text, " ")) : text;
    }

    /// <summary>The same on one line, cut to a length in characters.</summary>
    public static string Line(string? written, int longest)
    {
        var line = From(written).Replace('\n', ' ');
        return line.Length <= longest ? line : line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }

    private static string WithoutMarkup(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.All.Where(element => Unread.Contains(element.LocalName)).ToArray())
        {
            element.Remove();
        }

        foreach (var element in page.All.Where(element => Blocks.Contains(element.LocalName)).ToArray())
        {
            element.Before(page.CreateTextNode("\n"));
            element.After(page.CreateTextNode("\n"));
        }

        return page.Body?.TextContent ?? "";
    }

    private static bool IsTidy(string text)
    {
        var wasSpace = true;
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && wasSpace))
            {
                return false;
            }

            wasSpace = letter == ' ';
        }

        return !wasSpace;
    }

    private static string Tidy(string text)
    {
        if (IsTidy(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                kept.Append('\n');
                continue;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    kept.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                    break;
                default:
                    kept.Append(rune.ToString());
                    break;
            }
        }

        var lines = kept.ToString().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    [GeneratedRegex(@"<[a-zA-Z/!?][^<>]*>|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Markup();

    [GeneratedRegex("[<>&]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
