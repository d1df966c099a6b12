using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.LanguageModel.Officers;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>The summary and the suggested replies of a language model. It is asked when the officer asks, and nothing is sent by itself.</summary>
internal static class NotesHtml
{
    public static string Of(string id, OfficerNotes? notes, bool mayWrite, string token) => $"""
        <section id="help" aria-label="Help of the language model"><h2>In short</h2>{(notes is null ? Ask(id) : Summary(notes) + (mayWrite ? Replies(id, notes, token) : ""))}</section>
        """;

    private static string Ask(string id) =>
        $"<p class=\"govuk-body-s\"><a class=\"govuk-link\" href=\"/desk/conversations/{id}?help=1#help\">Summary and suggested replies</a> by the language model, in the resident's own sentences.</p>";

    private static string Summary(OfficerNotes notes) => $"""
        {(notes.Summary.IsEmpty ? "<p class=\"govuk-body-s\">Nothing that is certain. Please read the conversation.</p>" : $"<ul>{string.Concat(notes.Summary.Select(line => $"<li>“{DeskPage.Encode(line.Text)}” <a class=\"govuk-link\" href=\"#m{line.Sequence}\">{DeskPage.Clock(line.At)}</a></li>"))}</ul>")}
        {(notes.LeftOut > 0 ? $"<p class=\"govuk-body-s\">{notes.LeftOut} messages with a worry are not in it: the model is never given them. Please read them in the conversation.</p>" : "")}
        """;

    private static string Replies(string id, OfficerNotes notes, string token) => notes.Replies.IsEmpty ? "" : $"""
        <h2>Suggested replies</h2><p class="govuk-body-s">From the council's guides, services and ready answers. Read and change one before you send it.</p>
        {string.Concat(notes.Replies.Select((reply, index) => $"<form method=\"post\" action=\"/desk/conversations/{id}/say\">{token}<input type=\"hidden\" name=\"key\" value=\"{ConversationId.New()}\"><label class=\"govuk-label govuk-body-s\" for=\"suggested-{index}\">Suggestion {index + 1}</label><textarea class=\"govuk-textarea\" id=\"suggested-{index}\" name=\"text\" rows=\"5\" maxlength=\"10000\">{DeskPage.Encode(reply)}</textarea><button class=\"govuk-button govuk-button--secondary\">Send suggestion {index + 1}</button></form>"))}
        """;
}
