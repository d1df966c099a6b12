using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>The addresses of the Client Level Data.</summary>
internal static class ReturnsEndpoints
{
    public static void MapReturns(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/returns", ShowAsync).For(DeskActions.SeeReturns);
        app.MapGet("/desk/returns.csv", SaveAsync).For(DeskActions.SaveReturns);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ClosedRequests closed, SurroundingsSource source, TimeProvider clock, int? days)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        var period = FiguresPeriod.Of(days, clock.GetUtcNow());
        return DeskPage.Show(http, "Client Level Data", ReturnsPage.Html(period, await closed.OfAsync(period.From, period.Until, loan.Surroundings, http.RequestAborted)));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, ClosedRequests closed, SurroundingsSource source, TimeProvider clock, ViewAudit audit, int? days)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        var period = FiguresPeriod.Of(days, clock.GetUtcNow());
        ImmutableArray<ClosedRequest> rows = [.. (await closed.OfAsync(period.From, period.Until, loan.Surroundings, http.RequestAborted)).Where(request => request.HasClient)];
        await audit.NoteAsync(http, DeskActions.SaveReturns, ViewAudit.Everybody, $"{rows.Length} rows, {period.Days} days");
        return CsvText.File(http, ReturnsCsv.Of(rows), $"client-level-data-{period.Days}-days.csv");
    }
}
