using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Pages of the conversation that the browser's cookie names.</summary>
internal static class PlanRoutes
{
    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        app.MapGet("/plan", async (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock) =>
            await ShowAsync(http, store, source, clock, (plan, around) => Results.Content(PlanPage.Render(around.Content.Council, plan), "text/html; charset=utf-8")));
        app.MapGet("/plan.txt", async (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock) =>
            await ShowAsync(http, store, source, clock, (plan, _) => Results.Content(PlanText.Whole(plan), "text/plain; charset=utf-8")));
        app.MapGet("/contingency", async (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock) =>
            await ShowAsync(http, store, source, clock, MakeContingencyPlan.From, ContingencyPlan.None, (plan, around) => Results.Content(ContingencyPage.Render(around.Content.Council, plan), "text/html; charset=utf-8")));
        app.MapGet("/contingency.txt", async (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock) =>
            await ShowAsync(http, store, source, clock, MakeContingencyPlan.From, ContingencyPlan.None, (plan, around) => Results.Content(ContingencyText.Whole(plan, around.Content.Council), "text/plain; charset=utf-8")));
    }

    private static Task<IResult> ShowAsync(HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock, Func<OwnPlan, Surroundings, IResult> show) =>
        ShowAsync(http, store, source, clock, MakePlan.From, new OwnPlan([], [], [], []), show);

    private static async Task<IResult> ShowAsync<T>(HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock, Func<Conversation, Surroundings, T> make, T none, Func<T, Surroundings, IResult> show)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        SecurityHeaders.AddTo(http.Response);
        return show(await ConversationCookie.FindAsync(http, store) is { } conversation ? make(conversation, loan.Surroundings) : none, loan.Surroundings);
    }
}
