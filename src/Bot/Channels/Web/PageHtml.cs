using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every page has: the head, the council's name, the way out and the foot.</summary>
internal static class PageHtml
{
    /// <param name="title">Title of the page, already encoded.</param>
    /// <param name="main">The page's own HTML.</param>
    /// <param name="script">A script of our own, "/live.js"; empty for none.</param>
    /// <param name="style">A style sheet besides "/site.css"; empty for none.</param>
    public static string Public(CouncilSettings council, string title, string main, string script = "", string style = "") => $"""
        <!doctype html>
        <html lang="en-GB" class="govuk-template">
        {Head($"{title} – {Encode(council.Name)}", script, style.Length == 0 ? ["/site.css"] : ["/site.css", style])}
        <body class="govuk-template__body">
        <a class="govuk-skip-link" href="#main">Skip to main content</a>
        <header class="top"><div class="in"><a class="name" href="/">{Encode(council.Name)}</a><a class="exit" href="{Encode(council.QuickExit)}" rel="noreferrer">Leave this page quickly</a></div></header>
        <div class="help" role="region" aria-label="Help now"><div class="in">In danger now? Ring <a href="tel:999">999</a>. Rather talk? <a href="tel:{Digits(council.Phone)}">{Encode(council.Phone)}</a>, {Encode(council.HoursInWords)}.</div></div>
        {main}
        <footer class="foot"><div class="in"><a href="/how-budgets-are-worked-out">How budgets are worked out</a><a href="/privacy">What we keep, and why</a><a href="/accessibility">Accessibility</a><span>This is an automatic assistant. A person reads what you send us for help.</span></div></footer>
        </body></html>
        """;

    public static string Head(string title, string script, params ReadOnlySpan<string> styles)
    {
        var links = string.Concat(styles.ToArray().Prepend("/vendor/govuk-frontend-6.6.0/govuk-frontend.min.css").Select(style => $"<link rel=\"stylesheet\" href=\"{style}\">"));
        return $"<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>{links}<link rel=\"icon\" href=\"data:,\">{(script.Length > 0 ? $"<script src=\"{script}\" defer></script>" : "")}</head>";
    }

    /// <summary>A phone number as a browser dials it.</summary>
    public static string Digits(string phone) => new([.. phone.Where(char.IsAsciiDigit)]);

    public static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);
}
