using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Pages that anybody may read without a conversation.</summary>
internal static class PublicPageRoutes
{
    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(HowBudgetsPage.Path, (HttpContext http, SurroundingsSource source, TimeProvider clock) =>
            Show(http, source.At(clock.GetUtcNow()), around => HowBudgetsPage.Render(around.Content.Council, around.Pages.Find(PublicPage.HowBudgets), around.RasTables.InForce(around.Today), around.Charging.InForce(around.Today))));
        app.MapGet(PrivacyPage.Path, (HttpContext http, SurroundingsSource source, TimeProvider clock) =>
            Show(http, source.At(clock.GetUtcNow()), around => PrivacyPage.Render(around.Content.Council, around.Pages.Find(PublicPage.Privacy))));
    }

    private static IResult Show(HttpContext http, Surroundings around, Func<Surroundings, string> render)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(render(around), "text/html; charset=utf-8");
    }
}
