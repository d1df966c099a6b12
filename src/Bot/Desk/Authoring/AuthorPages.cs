using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>What can be edited, and the editor.</summary>
internal static class AuthorPages
{
    public static string List(ImmutableArray<(string Title, ImmutableArray<string> Files)> groups, ImmutableArray<ContentChange> latest) => $"""
        <h1 class="govuk-heading-l">Content</h1>
        <p class="govuk-body">What people read and are asked. Each change is checked, the stories are played on it, and then it is in place within seconds. The files in <code>content/</code> stay the truth.</p>
        <form class="filters" method="get" action="/desk/content/edit"><div><label class="govuk-label" for="new">Name of a new guide: small letters and dashes</label><input class="govuk-input" id="new" name="guide" maxlength="60" pattern="[a-z0-9][a-z0-9\-]*" required></div><button class="govuk-button govuk-button--secondary">Write it</button></form>
        {(latest.IsEmpty ? "" : $"<section aria-labelledby=\"latest\"><h2 id=\"latest\" class=\"govuk-heading-m\">Changed last</h2><ul class=\"govuk-list\">{string.Concat(latest.Select(change => $"<li>{Link(change.File)}, {DeskPage.Time(change.At)}, {Encode(change.By)}</li>"))}</ul></section>")}
        {string.Concat(groups.Select(group => $"<details class=\"govuk-details\"{(group.Title == "Guides" ? " open" : "")}><summary class=\"govuk-details__summary\">{Encode(group.Title)}, {group.Files.Length}</summary><ul class=\"govuk-list files\">{string.Concat(group.Files.Select(file => $"<li>{Link(file)}</li>"))}</ul></details>"))}
        """;

    /// <param name="file">The file.</param>
    /// <param name="mark">Its state when the author began.</param>
    /// <param name="text">What stands in the editor.</param>
    /// <param name="notice">What the author has to know first, as HTML.</param>
    /// <param name="checks">Problems and preview.</param>
    /// <param name="changes">Who changed it before.</param>
    public static string Editor(string file, string mark, string text, string notice, string checks, ImmutableArray<ContentChange> changes, string token) => $"""
        <h1 class="govuk-heading-l">{Encode(file)}</h1><p class="govuk-body"><a class="govuk-link" href="/desk/content">All content</a></p>{notice}
        <form id="edit" method="post" action="/desk/content/publish">{token}<input type="hidden" name="file" value="{Encode(file)}"><input type="hidden" name="mark" value="{Encode(mark)}">
        <div class="editor"><div><label class="govuk-label" for="text">Text</label><textarea class="govuk-textarea" id="text" name="text" rows="28" spellcheck="true" maxlength="{EditableFiles.Longest}">{Encode(text)}</textarea>
        <div class="acts"><button class="govuk-button">Publish</button><button class="govuk-button govuk-button--secondary" formaction="/desk/content/look">Check and preview</button><p id="state" class="state" role="status"></p></div></div>
        <div id="checks" class="checks" data-from="/desk/content/check" aria-live="polite">{checks}</div></div></form>
        <section aria-labelledby="history"><h2 id="history" class="govuk-heading-m">History</h2>{(changes.IsEmpty ? "<p class=\"govuk-body\">Nobody has changed it here yet.</p>" : $"<ul class=\"govuk-list\">{string.Concat(changes.Select(Change))}</ul>")}</section>
        """;

    /// <summary>Problems and preview, as they are drawn anew while an author types.</summary>
    public static string Checks(string file, ImmutableArray<ContentProblem> problems, string preview)
    {
        var errors = problems.Where(problem => problem.IsError).ToList();
        var others = problems.Where(problem => !problem.IsError && problem.File == file).ToList();
        return $"""
            <section aria-labelledby="problems"><h2 id="problems" class="govuk-heading-s">{(errors.Count == 0 ? "No errors" : $"{errors.Count} {(errors.Count == 1 ? "error" : "errors")}: this can't be published")}</h2>{(problems.IsEmpty ? "" : $"<ul class=\"govuk-list\">{string.Concat(errors.Concat(others).Select(problem => Problem(problem, file)))}</ul>")}</section>
            <section aria-labelledby="preview"><h2 id="preview" class="govuk-heading-s">Preview</h2><div class="preview">{preview}</div></section>
            """;
    }

    /// <summary>What became of publishing, for the editor; empty when the author goes elsewhere.</summary>
    public static string Notice(PublishResult result) => result switch
    {
        PublishResult.Same => "<p class=\"said\" role=\"status\">Nothing was different, so nothing was written.</p>",
        PublishResult.Conflict(var now) => $"<div class=\"alert\" role=\"alert\"><h2 class=\"govuk-heading-m\">Somebody else changed this file meanwhile</h2><p class=\"govuk-body\">Nothing was written. What you wrote stands below. Put into it what you want to keep of theirs, and publish again.</p><details open><summary>What is in the file now</summary><pre tabindex=\"0\">{Encode(now ?? "The file is gone.")}</pre></details></div>",
        PublishResult.Refused(var problems) => $"<div class=\"alert\" role=\"alert\"><h2 class=\"govuk-heading-m\">Nothing was written: there are errors</h2><ul class=\"govuk-list\">{string.Concat(problems.Select(problem => Problem(problem, "")))}</ul></div>",
        PublishResult.BreaksStories(var broken) => $"<div class=\"alert\" role=\"alert\"><h2 class=\"govuk-heading-m\">Nothing was written: a story would not go as it must</h2><ul class=\"govuk-list\">{string.Concat(broken.Select(sentence => $"<li>{Encode(sentence)}</li>"))}</ul></div>",
        _ => "",
    };

    private static string Problem(ContentProblem problem, string file) =>
        $"<li><strong class=\"govuk-tag govuk-tag--{(problem.IsError ? "red" : "yellow")}\">{(problem.IsError ? "Error" : "Look at it")}</strong> {(problem.File == file ? "" : $"{Encode(problem.File)}, ")}{(problem.Line > 0 ? $"line {problem.Line.ToString(CultureInfo.InvariantCulture)}" : "the file")}{(problem.Field.Length > 0 ? $", {Encode(problem.Field)}" : "")}: {Encode(problem.Message)}</li>";

    private static string Change(ContentChange change) => $"""
        <li>{DeskPage.Time(change.At)}, {Encode(change.By)}{(change.Before is null ? ", written new" : $" <a class=\"govuk-link\" href=\"/desk/content/edit?file={Uri.EscapeDataString(change.File)}&amp;before={change.Id}\">Undo<span class=\"govuk-visually-hidden\"> the change of {DeskPage.Time(change.At)}</span></a>")}</li>
        """;

    private static string Link(string file) => $"<a class=\"govuk-link\" href=\"/desk/content/edit?file={Uri.EscapeDataString(file)}\">{Encode(file)}</a>";

    private static string Encode(string text) => DeskPage.Encode(text);
}
