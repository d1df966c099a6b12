namespace TransformingLives.Bot.Content;

/// <summary>A page of <c>content/pages</c>: words in Markdown, with places where figures are put.</summary>
/// <param name="Id">File name without its ending.</param>
/// <param name="Title">Its first line, without the <c>#</c>.</param>
/// <param name="Markdown">Its words; a line <c>{{questions}}</c> is a place.</param>
public sealed record PublicPage(string Id, string Title, string Markdown)
{
    /// <summary>How the method and the table of budgets are shown to everybody.</summary>
    public const string HowBudgets = "how-budgets-are-worked-out";

    /// <summary>What is kept of people, why, for how long, who sees it, and their rights (UK GDPR, Articles 13 and 14).</summary>
    public const string Privacy = "privacy";
}
