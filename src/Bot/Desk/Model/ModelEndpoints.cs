using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.Bot.OffSwitch;

namespace TransformingLives.Bot.Desk.Model;

/// <summary>The page of the language model: what it was asked and what came of it, and the switch.</summary>
internal static class ModelEndpoints
{
    private const string Path = "/desk/language-model";
    private const string Subject = "language-model";
    private const int Days = 7;

    public static void MapModel(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowAsync).For(DeskActions.SeeModel);
        app.MapPost($"{Path}/switch", SwitchAsync).For(DeskActions.SwitchModel);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IAntiforgery antiforgery, TimeProvider clock)
    {
        if (http.RequestServices.GetService<ModelRecords>() is not { } records)
        {
            return DeskPage.Show(http, "Language model", ModelPage.None);
        }

        await records.RefreshAsync(http.RequestAborted);
        var from = DateOnly.FromDateTime(CouncilCalendar.InLondon(clock.GetUtcNow()).Date).AddDays(1 - Days);
        var view = new ModelView(
            http.RequestServices.GetRequiredService<ModelSwitch>().IsOn,
            await records.SwitchAsync(http.RequestAborted),
            http.RequestServices.GetRequiredService<DailyBudget>().Used,
            http.RequestServices.GetRequiredService<LanguageModelOptions>(),
            await records.CountAsync(from, http.RequestAborted));
        return DeskPage.Show(http, "Language model", ModelPage.Html(view, http.User.May(DeskActions.SwitchModel) ? DeskPage.Token(antiforgery, http) : null));
    }

    // It is noted before it is done.
    private static async Task<IResult> SwitchAsync(HttpContext http, ViewAudit audit, SwitchBook book, TimeProvider clock)
    {
        var to = (await http.Request.ReadFormAsync(http.RequestAborted))["to"].ToString();
        if (book.HasModel && (to is "on" or "off"))
        {
            var isOn = to == "on";
            await audit.NoteAsync(http, DeskActions.SwitchModel, Subject, isOn ? "on" : "off");
            var who = http.Officer().Name;
            await (isOn ? book.TurnOnAsync(SwitchIds.LanguageModel, who) : book.TurnOffAsync(new SwitchedOff(SwitchIds.LanguageModel, "", "", who, clock.GetUtcNow())));
        }

        return Results.Redirect(Path);
    }
}
