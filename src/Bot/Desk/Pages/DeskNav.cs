using System.Collections.Immutable;
using System.Security.Claims;
using TransformingLives.Bot.Desk.SignIn;

namespace TransformingLives.Bot.Desk.Pages;

/// <summary>The pages that somebody may go to, by role.</summary>
internal static class DeskNav
{
    private static readonly ImmutableArray<(string Path, string Label, DeskAction Action)> Pages =
    [
        ("/desk/queue", "Conversations", DeskActions.SeeQueue),
        ("/desk/floor", "Floor", DeskActions.SeeFloor),
        ("/desk/reviews", "Reviews", DeskActions.SeeReviews),
        ("/desk/appointments", "Appointments", DeskActions.SeeAppointments),
        ("/desk/referrals", "Referrals", DeskActions.SeeReferrals),
        ("/desk/figures", "Figures", DeskActions.SeeFigures),
        ("/desk/calibration", "Calibration", DeskActions.SeeCalibration),
        ("/desk/returns", "Returns", DeskActions.SeeReturns),
        ("/desk/unanswered", "Not answered", DeskActions.SeeUnanswered),
        ("/desk/language-model", "Language model", DeskActions.SeeModel),
        ("/desk/switches", "On and off", DeskActions.SeeSwitches),
        ("/desk/content", "Content", DeskActions.SeeContent),
        ("/desk/audit", "Who looked", DeskActions.SeeAudit),
        ("/desk/sessions/everybody", "Who is signed in", DeskActions.SeeSessions),
        ("/desk/status", "Status", DeskActions.SeeStatus),
    ];

    /// <summary>Where somebody begins; null when they have no role that we know.</summary>
    public static string? FirstFor(ClaimsPrincipal person) => Pages.Where(page => person.May(page.Action)).Select(page => page.Path).FirstOrDefault();

    public static string Html(HttpContext http) =>
        string.Concat(Pages.Where(page => http.User.May(page.Action)).Select(page =>
            $"<a href=\"{page.Path}\"{(http.Request.Path.StartsWithSegments(page.Path) ? " aria-current=\"page\"" : "")}>{page.Label}</a>"));
}
