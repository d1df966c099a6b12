using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What we keep and why, and how the page works for everybody.</summary>
internal static class InformationPages
{
    public static string Privacy(CouncilSettings council) => Page(council, "What we keep, and why", $"""
        <p class="govuk-body">{PageHtml.Encode(council.Privacy)}</p>
        <h2 class="govuk-heading-m">While you talk with us</h2>
        <p class="govuk-body">Your words and our answers are kept, so that you can leave and come back within 28 days on this device. One cookie remembers which conversation is yours. We set no other cookies.</p>
        <h2 class="govuk-heading-m">When you ask us to pass it on</h2>
        <p class="govuk-body">You see everything first. Then it goes to our adult social care team, with a reference for you. If you or somebody else may be in danger, we may have to pass it on without asking. We tell you when we do.</p>
        <h2 class="govuk-heading-m">Your rights</h2>
        <p class="govuk-body">You can ask what we hold, have it put right, or have it removed. Ring {PageHtml.Encode(council.Phone)}.</p>
        """);

    public static string Accessibility(CouncilSettings council) => Page(council, "Accessibility", $"""
        <p class="govuk-body">You can use this page with a keyboard, with a screen reader, with large type, and with JavaScript switched off. Nothing moves by itself and nothing times out while you type.</p>
        <p class="govuk-body">In the message box, Enter sends and Shift with Enter makes a new line.</p>
        <p class="govuk-body">If something does not work for you, ring {PageHtml.Encode(council.Phone)} or use Relay UK: dial 18001 before the number. We want to know.</p>
        """);

    private static string Page(CouncilSettings council, string title, string words) =>
        PageHtml.Public(council, title, $"<main id=\"main\" class=\"in page\"><h1 class=\"govuk-heading-l\">{title}</h1>{words}<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/chat\">Back to the conversation</a></p></main>");
}
