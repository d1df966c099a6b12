using System.Text;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>A page to read and print: the council's own words, with figures put into their places.</summary>
internal static class PublicPageHtml
{
    /// <param name="place">The HTML of a place, for instance of <c>{{questions}}</c>.</param>
    public static string Render(CouncilSettings council, PublicPage page, Func<string, string> place) => Render(council, page, council.Values(isOpen: true), place);

    /// <param name="values">What stands in braces.</param>
    /// <param name="place">The HTML of a place, for instance of <c>{{questions}}</c>.</param>
    public static string Render(CouncilSettings council, PublicPage page, IReadOnlyDictionary<string, string> values, Func<string, string> place)
    {
        var html = new StringBuilder();
        var words = new StringBuilder();
        foreach (var line in page.Markdown.Split('\n'))
        {
            if (line.StartsWith("{{", StringComparison.Ordinal))
            {
                html.Append(Words(words, values)).Append(place(line.Trim('{', '}')));
                words.Clear();
            }
            else
            {
                words.Append(line).Append('\n');
            }
        }

        html.Append(Words(words, values));
        return Of(council, page.Title, html.ToString());
    }

    /// <summary>A page to read and print, of HTML that is already encoded.</summary>
    public static string Of(CouncilSettings council, string title, string html) =>
        PageHtml.Public(council, title, $"<main id=\"main\" class=\"in page read\"><h1 class=\"govuk-heading-l\">{PageHtml.Encode(title)}</h1>{html}<p class=\"back\"><a class=\"govuk-link\" href=\"/chat\">Back to the conversation</a></p></main>", style: "/pages.css");

    private static string Words(StringBuilder markdown, IReadOnlyDictionary<string, string> values)
    {
        var text = values.Aggregate(markdown.ToString(), (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        return SafeMarkdown.ToHtml(text);
    }
}
