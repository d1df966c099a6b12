using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The privacy notice: the words of <c>content/pages</c>, the times of <c>content/council.yaml</c>.</summary>
internal static class PrivacyPage
{
    public const string Path = "/privacy";

    public static string Render(CouncilSettings council, PublicPage page) =>
        PublicPageHtml.Render(council, page, council.Values(isOpen: true).Add("privacy", council.Privacy).AddRange(RetentionWords.Values(council.Retention)), _ => "");
}
