using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Pages that anybody may read without a conversation.</summary>
internal static class PublicPageRoutes
{
    public static void MapPublicPages(this IEndpointRouteBuilder app) =>
        app.MapGet(HowBudgetsPage.Path, (HttpContext http, SurroundingsSource source, TimeProvider clock) =>
        {
            var around = source.At(clock.GetUtcNow());
            SecurityHeaders.AddTo(http.Response);
            return Results.Content(HowBudgetsPage.Render(around.Content.Council, around.Pages.Find(PublicPage.HowBudgets), around.RasTables.InForce(around.Today), around.Charging.InForce(around.Today)), "text/html; charset=utf-8");
        });
}
