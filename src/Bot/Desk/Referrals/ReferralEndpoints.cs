using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Desk.Referrals;

/// <summary>Referrals, and alerts that nobody in the queue stands for.</summary>
internal static class ReferralEndpoints
{
    private const int ReferralsShown = 200;

    public static void MapReferrals(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/referrals", ListAsync).For(DeskActions.SeeReferrals);
        app.MapGet("/desk/referrals/{reference}", ReferralAsync).For(DeskActions.SeeReferral);
        app.MapPost("/desk/referrals/{reference}/sign-off", SignOffAsync).For(DeskActions.SignOffPlan);
        app.MapPost("/desk/alerts/{id:guid}/take", TakeAlertAsync).For(DeskActions.TakeAlert);
        app.MapPost("/desk/deliveries/send-again", SendAgainAsync).For(DeskActions.SendAgain);
    }

    private static async Task<IResult> ListAsync(HttpContext http, CouncilCases cases, QueueBoard board, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, ViewAudit audit, string? said)
    {
        var alerts = await AlertsAsync(cases, board, http.RequestAborted);
        var referrals = await cases.ReferralsAsync(ReferralsShown, http.RequestAborted);
        var stuck = await cases.StuckWorkAsync(http.RequestAborted);
        await audit.NoteAsync(http, DeskActions.SeeReferrals, ViewAudit.Everybody, $"{referrals.Length} referrals, {alerts.Length} alerts");
        var council = source.At(clock.GetUtcNow()).Content.Council;
        return DeskPage.Show(http, "Referrals", ReferralList.Html(alerts, referrals, stuck, council, DeskPage.Token(antiforgery, http), said ?? ""));
    }

    // Who is in the queue, or with an officer, is seen there.
    private static async Task<ImmutableArray<RegisteredAlert>> AlertsAsync(CouncilCases cases, QueueBoard board, CancellationToken cancellationToken)
    {
        await board.RefreshAsync(cancellationToken);
        var queue = board.Now;
        return [.. (await cases.AlertsAsync(openOnly: true, cancellationToken)).Where(alert => queue.Find(alert.Alert.ConversationId) is null)];
    }

    private static async Task<IResult> ReferralAsync(HttpContext http, string reference, CouncilCases cases, ConversationStore store, SurroundingsSource source, TimeProvider clock, ViewAudit audit, AuditTrail trail, IAntiforgery antiforgery)
    {
        if (await cases.FindReferralAsync(reference, http.RequestAborted) is not { } found)
        {
            return DeskPage.NotFound(http, "There is no referral with this reference");
        }

        await audit.NoteAsync(http, DeskActions.SeeReferral, found.Referral.ConversationId, found.Referral.Reference);
        var alike = await cases.PossibleDuplicatesAsync(found.Referral, http.RequestAborted);
        var together = await cases.AskedTogetherAsync(found.Referral, http.RequestAborted);
        var log = await store.ReadStaffLogAsync(found.Referral.ConversationId, 0, http.RequestAborted);
        var content = source.At(clock.GetUtcNow()).Content;
        var signOff = found.Referral.SupportPlan is null ? null : await PlanSignOff.FindAsync(trail, found.Referral, http.RequestAborted);
        var mayToken = http.User.May(DeskActions.SignOffPlan) ? DeskPage.Token(antiforgery, http) : "";
        return DeskPage.Show(http, $"Referral {reference}", ReferralPage.Html(found, together, alike, new Takeover.StaffLogHtml(content).Of(log), content.Council, SupportPlanHtml.Of(found.Referral, signOff, mayToken)));
    }

    // A plan for the panel is not signed off without the panel's day.
    private static async Task<IResult> SignOffAsync(HttpContext http, string reference, CouncilCases cases, AuditTrail trail)
    {
        if (await cases.FindReferralAsync(reference, http.RequestAborted) is not { Referral: { SupportPlan: { } plan } referral })
        {
            return DeskPage.NotFound(http, "There is no support plan with this reference");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var note = form["note"].ToString().Trim();
        if ((plan.Panel is null || note.Length > 0) && form["revision"].ToString() == referral.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            var officer = http.Officer();
            await PlanSignOff.NoteAsync(trail, $"{officer.Name} ({officer.Id})", referral, note);
        }

        return Results.Redirect($"/desk/referrals/{Uri.EscapeDataString(reference)}#plan");
    }

    private static async Task<IResult> TakeAlertAsync(HttpContext http, Guid id, CouncilCases cases)
    {
        var isMine = await cases.TakeAlertAsync(id, http.Officer().Name, http.RequestAborted);
        return Results.Redirect(isMine ? "/desk/referrals?said=taken" : "/desk/referrals?said=too-late");
    }

    private static async Task<IResult> SendAgainAsync(HttpContext http, CouncilCases cases)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await cases.SendAgainAsync(form["key"].ToString(), http.RequestAborted);
        return Results.Redirect("/desk/referrals?said=again");
    }
}
