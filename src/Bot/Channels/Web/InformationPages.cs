using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>How the page works for everybody.</summary>
internal static class InformationPages
{
    public static string Accessibility(CouncilSettings council) => Page(council, "Accessibility", $"""
        <p class="govuk-body">You can use this page with a keyboard, with a screen reader, with large type, and with JavaScript switched off. Nothing moves by itself and nothing times out while you type.</p>
        <p class="govuk-body">In the message box, Enter sends and Shift with Enter makes a new line.</p>
        <p class="govuk-body">If something does not work for you, ring {PageHtml.Encode(council.Phone)} or use Relay UK: dial 18001 before the number. We want to know.</p>
        """);

    private static string Page(CouncilSettings council, string title, string words) =>
        PageHtml.Public(council, title, $"<main id=\"main\" class=\"in page\"><h1 class=\"govuk-heading-l\">{title}</h1>{words}<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/chat\">Back to the conversation</a></p></main>");
}
