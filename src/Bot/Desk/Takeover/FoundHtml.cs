using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>The knowledge base beside a conversation: search, and send what was found.</summary>
internal static class FoundHtml
{
    public static string Of(string id, string find, KnowledgeAnswer? found, bool maySend, string token) => $"""
        <section class="finder" aria-labelledby="finder"><h2 id="finder">Find an answer</h2>
        <form id="find" method="get" action="/desk/conversations/{id}"><label class="govuk-visually-hidden" for="find-words">Search guides and services</label><input class="govuk-input" id="find-words" name="find" value="{Encode(find)}" maxlength="200" autocomplete="off"><button class="govuk-button govuk-button--secondary">Search</button></form>
        <div id="found" role="region" aria-live="polite" aria-label="What was found">{(found is null ? "" : Found(id, find, found, maySend, token))}</div></section>
        """;

    private static string Found(string id, string find, KnowledgeAnswer found, bool maySend, string token)
    {
        if (found.Passage is null && found.Services.IsEmpty)
        {
            return "<p>Nothing was found. Try other words, or name a town.</p>";
        }

        var guide = found.Passage is not { } passage ? "" : $"<article><h3>{Encode(passage.Title)}</h3><p>{Encode(passage.Summary)}</p>{Checked(passage.Source)}{Send(id, find, "guide", "Send this answer", passage.Title, maySend, token)}</article>";
        return guide + string.Concat(found.Services.Select(service => $"<article><h3>{Encode(service.Name)}</h3><p>{Encode(string.Join(" · ", new[] { service.Where, service.When, service.Cost, service.Phone }.Where(part => part.Length > 0)))}</p>{Checked(service.Source)}{Send(id, find, service.Id, "Send this service", service.Name, maySend, token)}</article>"));
    }

    private static string Checked(Source source) => source.Checked is { } day ? $"<p class=\"src\">Checked on {day:d MMMM yyyy}{(source.IsOverdue ? ", due to be checked again" : "")}</p>" : "";

    private static string Send(string id, string find, string what, string label, string name, bool maySend, string token) => !maySend ? "" :
        $"<form method=\"post\" action=\"/desk/conversations/{id}/answer\">{token}<input type=\"hidden\" name=\"key\" value=\"{ConversationId.New()}\"><input type=\"hidden\" name=\"find\" value=\"{Encode(find)}\"><input type=\"hidden\" name=\"what\" value=\"{Encode(what)}\"><button class=\"plain\">{label}<span class=\"govuk-visually-hidden\">: {Encode(name)}</span></button></form>";

    private static string Encode(string text) => DeskPage.Encode(text);
}
