using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>What residents will see of a file. Nobody writes HTML or script into it; the page's content security policy stands behind that.</summary>
internal static class PreviewHtml
{
    private const int PhrasesShown = 40;

    public static string Of(string file, string text, CouncilSettings council) => file switch
    {
        _ when file.StartsWith("guides/", StringComparison.Ordinal) => Guide(file, text),
        _ when file.StartsWith("replies/", StringComparison.Ordinal) => Phrases(file, text, council),
        _ => "<p class=\"govuk-body\">This file has no preview. Its checks run as you type.</p>",
    };

    private static string Guide(string file, string text) => KnowledgeChecks.OfGuide(file, text).Guide is not { } guide
        ? "<p class=\"govuk-body\">There is no preview until the errors are mended.</p>"
        : $"""
        <h3 class="govuk-heading-s">{Encode(guide.Title)}</h3><p>{Encode(guide.Summary)}</p>{(guide.NextSteps.IsEmpty ? "" : $"<ul>{string.Concat(guide.NextSteps.Select(step => $"<li>{Encode(step)}</li>"))}</ul>")}
        <p class="src">From {Encode(guide.Source.Title)}{(guide.Source.Checked is { } day ? $", checked on {day:d MMMM yyyy}" : "")}</p><details open><summary>More about this: {Encode(guide.Title)}</summary>{SafeMarkdown.ToHtml(guide.Body)}</details>
        <h3 class="govuk-heading-s">As a text message</h3><p>{Encode(guide.Sms)}</p><h3 class="govuk-heading-s">Said aloud</h3><p>{Encode(guide.Spoken)}</p>
        """;

    private static string Phrases(string file, string text, CouncilSettings council)
    {
        var phrases = PhraseBookLoader.Load(file, text, []);
        var book = new PhraseBook(phrases.DistinctBy(phrase => phrase.Key).ToImmutableDictionary());
        var values = council.Values(isOpen: true);
        return string.Concat(phrases.Take(PhrasesShown).Select(phrase => $"<h3 class=\"govuk-heading-s\">{Encode(phrase.Key)}</h3>{string.Concat(phrase.Value.Say.Select((_, index) => $"<p class=\"bubble\">{Encode(book.Say(phrase.Key, values, index).Text)}</p>"))}"));
    }

    private static string Encode(string text) => DeskPage.Encode(text);
}
