using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>The addresses of reviews.</summary>
internal static class ReviewEndpoints
{
    private const int DaysCounted = 91;
    private const int LongestNote = 4_000;

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/reviews", ListAsync).For(DeskActions.SeeReviews);
        app.MapGet("/desk/reviews/{id}/{matter}", ShowAsync).For(DeskActions.SeeReview);
        app.MapPost("/desk/reviews/{id}/{matter}", SaveAsync).For(DeskActions.SaveReview);
    }

    private static async Task<IResult> ListAsync(HttpContext http, ReviewBook book, SurroundingsSource source, TimeProvider clock, string? said)
    {
        var now = clock.GetUtcNow();
        var made = await book.MadeAsync(now.AddDays(-DaysCounted), now.AddSeconds(1), http.RequestAborted);
        return DeskPage.Show(http, "Reviews", ReviewPages.List(await book.FinishedAsync(http.RequestAborted), made, source.At(now).Content, said ?? ""));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string id, int matter, ReviewBook book, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, ViewAudit audit)
    {
        if (await book.FindAsync(id, matter, http.RequestAborted) is not { } found)
        {
            return DeskPage.NotFound(http, "There is no such conversation to review");
        }

        await audit.NoteAsync(http, DeskActions.SeeReview, id, "quality review");
        var content = source.At(clock.GetUtcNow()).Content;
        var log = new StaffLogHtml(content).Of(await store.ReadStaffLogAsync(id, 0, http.RequestAborted));
        return DeskPage.Show(http, "Review", ReviewPages.One(log, found, await book.OfAsync(id, matter, http.RequestAborted), content, DeskPage.Token(antiforgery, http)));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, string id, int matter, ReviewBook book, SurroundingsSource source, TimeProvider clock)
    {
        if (await book.FindAsync(id, matter, http.RequestAborted) is null)
        {
            return DeskPage.NotFound(http, "There is no such conversation to review");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var answers = source.At(clock.GetUtcNow()).Content.Desk.Checklist
            .Select(item => (item.Id, IsAnswered: Enum.TryParse<ReviewAnswer>(form[$"item-{item.Id}"].ToString(), out var given) && Enum.IsDefined(given), Given: given))
            .Where(answer => answer.IsAnswered)
            .ToImmutableDictionary(answer => answer.Id, answer => answer.Given);
        var note = MessageText.Clean(form["note"].ToString());
        var officer = http.Officer();
        var review = new Review(id, matter, officer.Name, clock.GetUtcNow(), answers, note[..Math.Min(note.Length, LongestNote)]);
        if (!answers.IsEmpty)
        {
            await book.SaveAsync(review, officer);
        }

        http.Response.Headers.Location = answers.IsEmpty ? $"/desk/reviews/{id}/{matter}" : "/desk/reviews?said=kept";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
