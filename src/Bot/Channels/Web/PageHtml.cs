using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every page has: the head, the council's name, the way out and the foot.</summary>
internal static class PageHtml
{
    /// <param name="title">Title of the page, already encoded.</param>
    /// <param name="main">The page's own HTML.</param>
    /// <param name="script">A script of our own, "/live.js"; empty for none.</param>
    /// <param name="style">A style sheet besides "/site.css" and "/resident.css"; empty for none.</param>
    /// <param name="mode">Where it is shown.</param>
    public static string Public(CouncilSettings council, string title, string main, string script = "", string style = "", PageMode mode = PageMode.Own) => $"""
        <!doctype html>
        <html lang="en-GB" class="govuk-template">
        {Head($"{title} – {Encode(council.Name)}", ["/exit.js", script, mode == PageMode.Kiosk ? "/kiosk.js" : ""], ["/site.css", style, "/resident.css"], Description(council) + (mode == PageMode.Kiosk ? KioskHtml.Refresh(council) : ""))}
        <body class="govuk-template__body{(mode == PageMode.Framed ? " framed" : "")}">
        <a class="govuk-skip-link" href="#main">Skip to main content</a>
        <header class="top"><div class="in"><a class="name" href="{(mode == PageMode.Own ? "/" : mode.Path())}">{Encode(council.Name)}</a>{(mode == PageMode.Kiosk ? KioskHtml.End : "")}<a class="exit" href="{Encode(council.QuickExit)}" rel="noreferrer"{(mode == PageMode.Framed ? " target=\"_top\"" : "")}>Leave this page quickly</a></div></header>
        <div class="help" role="region" aria-label="Help now"><div class="in">In danger now? Ring <a href="tel:999">999</a>. Rather talk? <a href="tel:{Digits(council.Phone)}">{Encode(council.Phone)}</a>, {Encode(council.HoursInWords)}.</div></div>
        {main}
        <footer class="foot"><div class="in"><a href="/how-budgets-are-worked-out">How budgets are worked out</a><a href="/privacy">What we keep, and why</a><a href="/accessibility">Accessibility</a><span>This is an automatic assistant. A person reads what you send us for help.</span></div></footer>
        </body></html>
        """;

    /// <param name="title">Title of the page, already encoded.</param>
    /// <param name="scripts">Scripts of our own; what is empty is left out.</param>
    /// <param name="styles">Style sheets of our own; what is empty is left out.</param>
    /// <param name="more">HTML between them.</param>
    public static string Head(string title, string[] scripts, string[] styles, string more = "")
    {
        var links = string.Concat(styles.Where(style => style.Length > 0).Prepend("/vendor/govuk-frontend-6.6.0/govuk-frontend.min.css").Select(style => $"<link rel=\"stylesheet\" href=\"{style}\">"));
        var run = string.Concat(scripts.Where(script => script.Length > 0).Select(script => $"<script src=\"{script}\" defer></script>"));
        return $"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>{links}<link rel=\"icon\" href=\"data:,\">{more}{run}</head>";
    }

    private static string Description(CouncilSettings council) =>
        $"<meta name=\"description\" content=\"Ask about care and support from {Encode(council.Name)}, in your own words.\">";

    /// <summary>A phone number as a browser dials it.</summary>
    public static string Digits(string phone) => new([.. phone.Where(char.IsAsciiDigit)]);

    /// <summary>Words as HTML, and never markup. Signs that turn the direction of what stands after them are left out: a name must not rewrite the line it stands in.</summary>
    public static string Encode(string text) => System.Net.WebUtility.HtmlEncode(WithoutTurns(text));

    private static string WithoutTurns(string text) => text.AsSpan().ContainsAnyInRange('\u202A', '\u202E') || text.AsSpan().ContainsAnyInRange('\u2066', '\u2069')
        ? new string([.. text.Where(sign => sign is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))])
        : text;
}
