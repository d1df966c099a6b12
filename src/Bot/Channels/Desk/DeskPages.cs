using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Channels.Desk;

/// <summary>The staff desk: alerts first, then referrals, then what is stuck.</summary>
internal static class DeskPages
{
    private const int ReferralsShown = 200;

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapDeskSignIn();
        var desk = app.MapGroup("/desk").RequireAuthorization(DeskSignIn.Policy);
        desk.MapGet("", ListAsync);
        desk.MapGet("/referrals/{reference}", ReferralAsync);
        desk.MapGet("/conversations/{id}", ConversationAsync);
        desk.MapPost("/alerts/{id:guid}/take", TakeAlertAsync);
        desk.MapPost("/deliveries/send-again", SendAgainAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, CouncilCases cases, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, string? said)
    {
        var alerts = await cases.AlertsAsync(openOnly: true, http.RequestAborted);
        var referrals = await cases.ReferralsAsync(ReferralsShown, http.RequestAborted);
        var stuck = await cases.StuckWorkAsync(http.RequestAborted);
        var council = source.At(clock.GetUtcNow()).Content.Council;
        return DeskPage.Show(http, "Alerts and referrals", DeskList.Html(alerts, referrals, stuck, council, DeskPage.Token(antiforgery, http), said ?? ""));
    }

    private static async Task<IResult> ReferralAsync(HttpContext http, string reference, CouncilCases cases, ConversationStore store, SurroundingsSource source, TimeProvider clock)
    {
        if (await cases.FindReferralAsync(reference, http.RequestAborted) is not { } found)
        {
            return DeskPage.Show(http, "Not found", "<h1 class=\"govuk-heading-l\">There is no referral with this reference</h1><p class=\"govuk-body\"><a href=\"/desk\">Back to the list</a></p>", StatusCodes.Status404NotFound);
        }

        var log = await store.ReadLogAsync(found.Referral.ConversationId, 0, http.RequestAborted);
        return DeskPage.Show(http, $"Referral {reference}", ReferralPage.Html(found, log, source.At(clock.GetUtcNow()).Content.Council));
    }

    private static async Task<IResult> ConversationAsync(HttpContext http, string id, ConversationStore store)
    {
        var log = await store.ReadLogAsync(id, 0, http.RequestAborted);
        return log.IsEmpty
            ? DeskPage.Show(http, "Not found", "<h1 class=\"govuk-heading-l\">There is no such conversation</h1>", StatusCodes.Status404NotFound)
            : DeskPage.Show(http, "Conversation", $"<h1 class=\"govuk-heading-l\">Conversation</h1>{Transcript.Html(log)}<p class=\"govuk-body\"><a href=\"/desk\">Back to the list</a></p>");
    }

    private static async Task<IResult> TakeAlertAsync(HttpContext http, Guid id, CouncilCases cases, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.Redirect("/desk");
        }

        var isMine = await cases.TakeAlertAsync(id, http.User.Identity!.Name!, http.RequestAborted);
        return Results.Redirect(isMine ? "/desk?said=taken" : "/desk?said=too-late");
    }

    private static async Task<IResult> SendAgainAsync(HttpContext http, CouncilCases cases, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            await cases.SendAgainAsync(form["key"].ToString(), http.RequestAborted);
        }

        return Results.Redirect("/desk?said=again");
    }
}
