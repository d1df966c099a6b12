using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>The addresses of the editor.</summary>
internal static class AuthorEndpoints
{
    public static void MapAuthoring(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/content", ListAsync).For(DeskActions.SeeContent);
        app.MapGet("/desk/content/edit", EditAsync).For(DeskActions.EditContent);
        app.MapPost("/desk/content/check", CheckAsync).For(DeskActions.CheckContent);
        app.MapPost("/desk/content/look", LookAsync).For(DeskActions.LookAtContent);
        app.MapPost("/desk/content/publish", PublishAsync).For(DeskActions.PublishContent);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Folders folders, ContentHistory history) =>
        DeskPage.Show(http, "Content", AuthorPages.List(EditableFiles.In(folders.Content), await history.LatestAsync(http.RequestAborted)));

    private static async Task<IResult> EditAsync(HttpContext http, Folders folders, ContentHistory history, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, string? file, string? guide, string? before, string? said)
    {
        file ??= $"guides/{guide}.md";
        if (!EditableFiles.Has(folders.Content, file))
        {
            return DeskPage.NotFound(http, "There is no such file to edit");
        }

        var now = EditableFiles.Read(folders.Content, file);
        var changes = await history.OfAsync(file, http.RequestAborted);
        var undone = changes.FirstOrDefault(change => change.Id == before);
        var notice = undone is not null
            ? $"<p class=\"said\" role=\"status\">This is how it was before {DeskPage.Encode(undone.By)} changed it on {DeskPage.Time(undone.At)}. Publish it to put that back.</p>"
            : said == "published" ? "<p class=\"said\" role=\"status\">Published. Residents meet it within seconds.</p>" : "";
        return await ShowAsync(http, folders, file, EditableFiles.Mark(now), undone?.Before ?? now ?? NewGuide(source.At(clock.GetUtcNow()).Today), notice, history, source.At(clock.GetUtcNow()).Content.Council, antiforgery);
    }

    private static async Task<IResult> CheckAsync(HttpContext http, Folders folders, SurroundingsSource source, TimeProvider clock)
    {
        var posted = await PostedAsync(http);
        SecurityHeaders.AddTo(http.Response);
        return EditableFiles.Has(folders.Content, posted.File)
            ? Results.Content(Checks(folders, posted.File, posted.Text, source.At(clock.GetUtcNow()).Content.Council), "text/html; charset=utf-8")
            : Results.NotFound();
    }

    // The same without a script.
    private static async Task<IResult> LookAsync(HttpContext http, Folders folders, ContentHistory history, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery)
    {
        var posted = await PostedAsync(http);
        return EditableFiles.Has(folders.Content, posted.File)
            ? await ShowAsync(http, folders, posted.File, posted.Mark, posted.Text, "<p class=\"said\" role=\"status\">Checked. Nothing was written.</p>", history, source.At(clock.GetUtcNow()).Content.Council, antiforgery)
            : DeskPage.NotFound(http, "There is no such file to edit");
    }

    private static async Task<IResult> PublishAsync(HttpContext http, PublishContent publish, Folders folders, ContentHistory history, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery)
    {
        var posted = await PostedAsync(http);
        if (!EditableFiles.Has(folders.Content, posted.File) || posted.Text.Length is 0 or > EditableFiles.Longest)
        {
            return DeskPage.NotFound(http, "There is no such file to edit");
        }

        var result = await publish.PublishAsync(posted.File, posted.Mark, posted.Text, http.Officer(), http.RequestAborted);
        if (result is PublishResult.Published)
        {
            http.Response.Headers.Location = $"/desk/content/edit?file={Uri.EscapeDataString(posted.File)}&said=published";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        // After a conflict the author has seen what is there: what they publish next is meant.
        var mark = result is PublishResult.Conflict(var now) ? EditableFiles.Mark(now) : posted.Mark;
        return await ShowAsync(http, folders, posted.File, mark, posted.Text, AuthorPages.Notice(result), history, source.At(clock.GetUtcNow()).Content.Council, antiforgery);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Folders folders, string file, string mark, string text, string notice, ContentHistory history, CouncilSettings council, IAntiforgery antiforgery)
    {
        var changes = await history.OfAsync(file, http.RequestAborted);
        return DeskPage.Show(http, file, AuthorPages.Editor(file, mark, text, notice, Checks(folders, file, text, council), changes, DeskPage.Token(antiforgery, http)), script: "/author.js", isWide: true);
    }

    private static string Checks(Folders folders, string file, string text, CouncilSettings council) =>
        AuthorPages.Checks(file, CheckDraft.Quickly(folders.Content, file, text), PreviewHtml.Of(file, text, council));

    private static async Task<(string File, string Mark, string Text)> PostedAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return (form["file"].ToString(), form["mark"].ToString(), form["text"].ToString().ReplaceLineEndings("\n"));
    }

    private static string NewGuide(DateOnly today) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: ""
        topics: []
        summary: ""
        next_steps: []
        sms: ""
        spoken: ""
        reviewed: {today:yyyy-MM-dd}
        review_by: {today.AddYears(1):yyyy-MM-dd}
        sources:
          - title: ""
            url: https://
        ---

        ## What is there?

        """);
}
