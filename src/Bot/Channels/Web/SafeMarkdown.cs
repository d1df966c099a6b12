using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Words of the council's own files as HTML. Nobody writes HTML or script into our pages, and a link leads to a page, a number or an address, and runs nothing.</summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static string ToHtml(string markdown)
    {
        try
        {
            return Rendered(markdown);
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody writes in good faith: the words as they stand.
            return $"<p>{PageHtml.Encode(markdown)}</p>";
        }
    }

    private static string Rendered(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsHarmless(link.Url)))
        {
            link.Url = "#";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsHarmless(link.Url)))
        {
            link.Url = "#";
        }

        return document.ToHtml(Pipeline);
    }

    // A page of our own begins with one slash; with two it is somebody else's.
    private static bool IsHarmless(string? url) =>
        url is ['/', not ('/' or '\\'), ..] or ['#', ..] || (Uri.TryCreate(url, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme));
}
