using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.OffSwitch;

namespace TransformingLives.Bot.Desk.TurningOff;

/// <summary>The page on which administrators turn things off and on.</summary>
internal static class TurningOffEndpoints
{
    private const string Path = "/desk/switches";

    public static void MapTurningOff(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowAsync).For(DeskActions.SeeSwitches);
        app.MapPost($"{Path}/off", TurnOffAsync).For(DeskActions.TurnOff);
        app.MapPost($"{Path}/on", TurnOnAsync).For(DeskActions.TurnOn);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, SwitchBook book, IAntiforgery antiforgery)
    {
        await book.RefreshAsync(http.RequestAborted);
        return Show(http, book, antiforgery, TurnOffForm.Empty, []);
    }

    // It is noted before it is done.
    private static async Task<IResult> TurnOffAsync(HttpContext http, SwitchBook book, ViewAudit audit, IAntiforgery antiforgery, TimeProvider clock)
    {
        var form = TurnOffForm.Read(await http.Request.ReadFormAsync(http.RequestAborted));
        if (form.Problems(book.HasModel) is { IsEmpty: false } problems)
        {
            return Show(http, book, antiforgery, form, problems);
        }

        var areas = form.What == SwitchIds.Pilot ? form.Outcodes : [];
        await audit.NoteAsync(http, DeskActions.TurnOff, form.What, $"{string.Join(' ', areas)} {form.Message}".Trim());
        await book.TurnOffAsync(new SwitchedOff(form.What, form.Message, form.Again, http.Officer().Name, clock.GetUtcNow()) { Areas = areas });
        return Results.Redirect(Path);
    }

    private static async Task<IResult> TurnOnAsync(HttpContext http, SwitchBook book, ViewAudit audit)
    {
        var what = (await http.Request.ReadFormAsync(http.RequestAborted))["what"].ToString();
        if (what == SwitchIds.Pilot || SwitchIds.All.Any(one => one.Id == what))
        {
            await audit.NoteAsync(http, DeskActions.TurnOn, what, "");
            await book.TurnOnAsync(what, http.Officer().Name);
        }

        return Results.Redirect(Path);
    }

    private static IResult Show(HttpContext http, SwitchBook book, IAntiforgery antiforgery, TurnOffForm form, ImmutableArray<(string Field, string Words)> problems) => DeskPage.Show(
        http,
        problems.IsEmpty ? "On and off" : "Error: On and off",
        TurningOffPage.Html(book.Now, book.HasModel, book.ModelIsOn, form, problems, http.User.May(DeskActions.TurnOff) ? DeskPage.Token(antiforgery, http) : null),
        problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
