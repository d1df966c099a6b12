using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Desk.Calibration;

/// <summary>The addresses where a manager tries a table of budgets before members sign it off.</summary>
internal static class CalibrationEndpoints
{
    public static void MapCalibration(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/calibration", Form).For(DeskActions.SeeCalibration);
        app.MapPost("/desk/calibration", StartAsync).For(DeskActions.TryTable);
        app.MapGet("/desk/calibration/{id:guid}", Trial).For(DeskActions.SeeTrial);
        app.MapGet("/desk/calibration/{id:guid}/progress", Progress).For(DeskActions.FollowTrial);
        app.MapGet("/desk/calibration/{id:guid}/suggested.yaml", Suggested).For(DeskActions.SaveSuggestedTable);
    }

    private static IResult Form(HttpContext http, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery) =>
        DeskPage.Show(http, "Calibration", CalibrationPage.Form(source.At(clock.GetUtcNow()).RasTables, [], TrialFields.Empty, DeskPage.Token(antiforgery, http)));

    private static async Task<IResult> StartAsync(HttpContext http, SurroundingsSource source, TimeProvider clock, TableTrials trials, IAntiforgery antiforgery)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var around = source.At(clock.GetUtcNow());
        var (wish, problems) = TrialWish.Read(form, around);
        return wish is null
            ? DeskPage.Show(http, "Error: Calibration", CalibrationPage.Form(around.RasTables, problems, TrialFields.Of(form), DeskPage.Token(antiforgery, http)), StatusCodes.Status400BadRequest)
            : Results.Redirect($"/desk/calibration/{trials.Start(wish).Id}");
    }

    private static IResult Trial(HttpContext http, Guid id, TableTrials trials) => trials.Find(id) switch
    {
        null => Gone(http),
        { HasFailed: true } => DeskPage.Show(http, "Calibration", "<h1 class=\"govuk-heading-l\">It could not be worked out</h1><p class=\"govuk-body\">Nothing was changed. Whoever looks after the program finds the reason in its log.</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk/calibration\">Try again</a></p>", StatusCodes.Status500InternalServerError),
        { Found: { } found } trial => DeskPage.Show(http, "What the table would cost", TrialPage.Html(trial, found)),
        { } trial => DeskPage.Show(http, "Calibration", CalibrationPage.UnderWay(trial), script: "/calibration.js"),
    };

    // A number, or "done": for the script that moves the bar.
    private static IResult Progress(Guid id, TableTrials trials) => trials.Find(id) switch
    {
        null => Results.NotFound(),
        { Found: null, HasFailed: false } trial => Results.Text(trial.Tried.ToString(CultureInfo.InvariantCulture)),
        _ => Results.Text("done"),
    };

    private static IResult Suggested(HttpContext http, Guid id, TableTrials trials)
    {
        if (trials.Find(id)?.Found?.Suggestion.Best is not { } best)
        {
            return Gone(http);
        }

        SecurityHeaders.AddTo(http.Response);
        return Results.File(Encoding.UTF8.GetBytes(RasTableWriter.Write(best.Table)), "application/yaml; charset=utf-8", $"{best.Table.Id}-suggested.yaml");
    }

    private static IResult Gone(HttpContext http) =>
        DeskPage.NotFound(http, "This trial is not kept any more. Begin a new one: it takes some seconds.");
}

/// <summary>What was written in the form, to show it again.</summary>
internal sealed record TrialFields(string Table, string Budget, string Contingency, bool IsInvented)
{
    public static readonly TrialFields Empty = new("", "", "10", IsInvented: false);

    public static TrialFields Of(IFormCollection form) => new(form["table"].ToString(), form["budget"].ToString(), form["contingency"].ToString(), TrialWish.IsInvented(form));
}
