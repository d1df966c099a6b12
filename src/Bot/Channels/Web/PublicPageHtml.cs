using System.Text;
using Markdig;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>A page to read and print: the council's own words, with figures put into their places.</summary>
internal static class PublicPageHtml
{
    private static readonly MarkdownPipeline Safe = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <param name="place">The HTML of a place, for instance of <c>{{questions}}</c>.</param>
    public static string Render(CouncilSettings council, PublicPage page, Func<string, string> place)
    {
        var html = new StringBuilder();
        var words = new StringBuilder();
        foreach (var line in page.Markdown.Split('\n'))
        {
            if (line.StartsWith("{{", StringComparison.Ordinal))
            {
                html.Append(Words(words, council)).Append(place(line.Trim('{', '}')));
                words.Clear();
            }
            else
            {
                words.Append(line).Append('\n');
            }
        }

        html.Append(Words(words, council));
        return Of(council, page.Title, html.ToString());
    }

    /// <summary>A page to read and print, of HTML that is already encoded.</summary>
    public static string Of(CouncilSettings council, string title, string html) =>
        PageHtml.Public(council, title, $"<main id=\"main\" class=\"in page read\"><h1 class=\"govuk-heading-l\">{PageHtml.Encode(title)}</h1>{html}<p class=\"back\"><a class=\"govuk-link\" href=\"/chat\">Back to the conversation</a></p></main>", style: "/pages.css");

    private static string Words(StringBuilder markdown, CouncilSettings council)
    {
        var text = council.Values(isOpen: true).Aggregate(markdown.ToString(), (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        return Markdown.ToHtml(text, Safe);
    }
}
