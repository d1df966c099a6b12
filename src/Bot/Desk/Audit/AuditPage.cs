using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.CaseBridge.Audit;

namespace TransformingLives.Bot.Desk.Audit;

/// <summary>The audit trail: who looked at or changed what. It names staff and conversations, and nothing that anybody said.</summary>
internal static class AuditPage
{
    /// <param name="search">What was looked for.</param>
    /// <param name="entries">What was found, newest first.</param>
    /// <param name="report">What looking through the whole trail found; null when nobody asked for it.</param>
    public static string Html(AuditSearch search, ImmutableArray<AuditedEntry> entries, AuditReport? report) => $"""
        <h1 class="govuk-heading-l">Who looked at what</h1>
        <p class="govuk-body">Each time somebody at the desk opens a person's conversation, file or referral, it is noted here before it is shown. Nobody can change or remove an entry unseen.</p>
        <form class="filters" method="get" action="/desk/audit">
        <div><label class="govuk-label" for="who">Name of staff</label><input class="govuk-input" id="who" name="who" value="{Encode(search.Who)}" maxlength="60" autocomplete="off"></div>
        <div><label class="govuk-label" for="about">Conversation</label><input class="govuk-input" id="about" name="about" value="{Encode(search.Subject)}" maxlength="64" autocomplete="off"></div>
        <button class="govuk-button govuk-button--secondary">Show</button></form>
        {Check(report)}
        {(entries.IsEmpty ? "<p class=\"govuk-body\">There are no entries like that.</p>" : Table(entries))}{Older(search, entries)}
        """;

    private static string Check(AuditReport? report) => report switch
    {
        null => "<form method=\"get\" action=\"/desk/audit\"><input type=\"hidden\" name=\"check\" value=\"1\"><button class=\"govuk-button govuk-button--secondary\">Check the whole trail</button></form>",
        { Faults.IsEmpty: true } => $"<div class=\"said\" role=\"status\"><p class=\"govuk-body\">{report.Entries.ToString(CultureInfo.InvariantCulture)} entries, and none was changed, moved or taken out.</p><p class=\"govuk-body-s hash\">Note this elsewhere, and it proves later that nothing was cut off: {report.LastHash}</p></div>",
        _ => $"<div class=\"alert\" role=\"alert\"><h2 class=\"govuk-heading-m\">The trail was changed</h2><ul class=\"govuk-list govuk-list--bullet\">{string.Concat(report.Faults.Select(fault => $"<li>{Encode(fault)}</li>"))}</ul></div>",
    };

    private static string Table(ImmutableArray<AuditedEntry> entries) => $"""
        <div class="wide" tabindex="0" role="region" aria-label="Entries"><table class="govuk-table"><caption class="govuk-visually-hidden">Entries, newest first</caption><thead><tr><th scope="col">Entry</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Conversation</th><th scope="col">More</th></tr></thead>
        <tbody>{string.Concat(entries.Select(Row))}</tbody></table></div>
        """;

    private static string Row(AuditedEntry found) => $"""
        <tr><th scope="row">{found.Sequence.ToString(CultureInfo.InvariantCulture)}</th><td>{DeskPage.Time(found.At)}</td><td>{Encode(found.Entry.Who)}</td><td>{Encode(AuditWords.Of(found.Entry.Action))}</td><td>{Subject(found.Entry.Subject)}</td><td>{Encode(found.Entry.Purpose)}</td></tr>
        """;

    private static string Subject(string subject) => subject == ViewAudit.Everybody
        ? "Everybody on the page"
        : $"<a class=\"govuk-link hash\" href=\"/desk/audit?about={Uri.EscapeDataString(subject)}\">{Encode(subject)}</a>";

    private static string Older(AuditSearch search, ImmutableArray<AuditedEntry> entries) => entries.Length < search.Count ? "" :
        $"<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk/audit?who={Uri.EscapeDataString(search.Who)}&amp;about={Uri.EscapeDataString(search.Subject)}&amp;before={entries[^1].Sequence.ToString(CultureInfo.InvariantCulture)}\">Older entries</a></p>";

    private static string Encode(string text) => DeskPage.Encode(text);
}
