using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace TransformingLives.Bot.Channels.Desk;

/// <summary>Who may sit at the desk. In development a link that is printed at the start; a council sets up its own sign-in.</summary>
internal static class DeskSignIn
{
    public const string Path = "/desk/sign-in";
    public const string Policy = "desk";

    private const string DevelopmentOfficer = "Duty officer";

    public static void AddDeskSignIn(this IServiceCollection services)
    {
        services.AddSingleton<SignInLinks>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "tl-desk";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.Events.OnRedirectToLogin = context => DeskPage.ShowSignInNeededAsync(context.HttpContext);
        });
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser());
    }

    public static void MapDeskSignIn(this IEndpointRouteBuilder app)
    {
        // Looking at the link does not use it up: mail programs and previews look at links.
        app.MapGet(Path, (HttpContext http, IAntiforgery antiforgery, string? link) => DeskPage.Show(http, "Sign in", $"""
            <h1 class="govuk-heading-l">Sign in to the desk</h1>
            <p class="govuk-body">This link works once, for fifteen minutes after the start, and only on a developer's machine.</p>
            <form method="post" action="{Path}">{DeskPage.Token(antiforgery, http)}<input type="hidden" name="link" value="{DeskPage.Encode(link ?? "")}"><button class="govuk-button">Sign in</button></form>
            """));
        app.MapPost(Path, SignInAsync);
        app.MapPost("/desk/sign-out", SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, SignInLinks links, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.Redirect(Path);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!links.TryUse(form["link"].ToString()))
        {
            return DeskPage.Show(http, "Sign in", "<h1 class=\"govuk-heading-l\">This link does not work any more</h1><p class=\"govuk-body\">It works once, for fifteen minutes. Start the program again for a new one.</p>", StatusCodes.Status401Unauthorized);
        }

        var officer = new ClaimsIdentity([new Claim(ClaimTypes.Name, DevelopmentOfficer)], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(officer));
        return Results.Redirect("/desk");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            await http.SignOutAsync();
        }

        return Results.Redirect("/desk");
    }
}
