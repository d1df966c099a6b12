using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Audit;

namespace TransformingLives.Bot.Desk.Audit;

/// <summary>The address of the audit trail.</summary>
internal static class AuditEndpoints
{
    private const int Shown = 100;

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet("/desk/audit", ShowAsync).For(DeskActions.SeeAudit);

    private static async Task<IResult> ShowAsync(HttpContext http, AuditTrail trail, string? who, string? about, long? before, string? check)
    {
        var search = new AuditSearch(who?.Trim() ?? "", about?.Trim() ?? "", before ?? long.MaxValue, Shown);
        var report = check == "1" ? await trail.VerifyAsync(http.RequestAborted) : null;
        return DeskPage.Show(http, "Who looked at what", AuditPage.Html(search, await trail.FindAsync(search, http.RequestAborted), report));
    }
}
