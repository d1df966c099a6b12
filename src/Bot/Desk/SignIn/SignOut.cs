using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Leaving the desk.</summary>
internal static class SignOut
{
    public const string Path = "/desk/sign-out";

    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost(Path, LeaveAsync);

    private static async Task<IResult> LeaveAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            await http.SignOutAsync();
        }

        return Results.Redirect("/desk");
    }
}
