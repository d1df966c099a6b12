using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>The addresses of the figures.</summary>
internal static class FiguresEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/figures", ShowAsync).For(DeskActions.SeeFigures);
        app.MapGet("/desk/figures.csv", SaveAsync).For(DeskActions.SaveFigures);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ReadFigures read, SurroundingsSource source, TimeProvider clock, int? days)
    {
        var figures = await read.OfAsync(FiguresPeriod.Of(days, clock.GetUtcNow()), http.RequestAborted);
        return DeskPage.Show(http, "Figures", FiguresPage.Html(figures, FigureTables.Of(figures, source.At(clock.GetUtcNow()).Content)));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, ReadFigures read, SurroundingsSource source, TimeProvider clock, int? days)
    {
        var figures = await read.OfAsync(FiguresPeriod.Of(days, clock.GetUtcNow()), http.RequestAborted);
        return CsvText.File(http, FiguresCsv.Of(FigureTables.Of(figures, source.At(clock.GetUtcNow()).Content)), $"figures-{figures.Period.Days}-days.csv");
    }
}
