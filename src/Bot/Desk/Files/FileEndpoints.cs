using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;

namespace TransformingLives.Bot.Desk.Files;

/// <summary>The address of a picture or letter that a resident sent.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app) => app.MapGet("/desk/conversations/{id}/files/{file}", OpenAsync).For(DeskActions.SeeFile);

    // It was looked through when it came. All the same it is saved, and never shown inside the desk's own pages.
    private static async Task<IResult> OpenAsync(HttpContext http, string id, string file, KeptFiles files, ViewAudit audit)
    {
        if (await files.OpenAsync(id, file, http.RequestAborted) is not { } found)
        {
            return DeskPage.NotFound(http, "There is no such file");
        }

        http.Response.RegisterForDisposeAsync(found.Bytes);
        await audit.NoteAsync(http, DeskActions.SeeFile, id, found.File.Id);
        SecurityHeaders.AddTo(http.Response);
        return Results.Stream(found.Bytes, found.File.ContentType, found.File.Name);
    }
}
