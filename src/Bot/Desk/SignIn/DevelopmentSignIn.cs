using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Primitives;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Sessions;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>On a developer's machine only: a link that is printed at the start lets its owner be anybody, in any role.</summary>
internal static class DevelopmentSignIn
{
    public const string Path = "/desk/sign-in";
    private const string Somebody = "Duty officer";

    public static void MapDevelopmentSignIn(this IEndpointRouteBuilder app)
    {
        // Looking at the link does not use it up: mail programs and previews look at links.
        app.MapGet(Path, (HttpContext http, IAntiforgery antiforgery, string? link) => DeskPage.Show(http, "Sign in", $"""
            <h1 class="govuk-heading-l">Sign in to the desk</h1>
            <p class="govuk-body">This link works once, for fifteen minutes after the start, and only on a developer's machine.</p>
            <form method="post" action="{Path}">{DeskPage.Token(antiforgery, http)}<input type="hidden" name="link" value="{DeskPage.Encode(link ?? "")}">{WhoFields()}<button class="govuk-button">Sign in</button></form>
            """));
        app.MapPost(Path, SignInAsync);
        app.MapPost("/desk/sign-in/as", ChangeAsync).RequireAuthorization();
    }

    private static string WhoFields() => $"""
        <div class="govuk-form-group"><label class="govuk-label" for="name">Your name, as residents read it</label><input class="govuk-input govuk-input--width-20" id="name" name="name" value="{Somebody}" maxlength="60" autocomplete="off"></div>
        <fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend">Roles</legend><div class="govuk-checkboxes govuk-checkboxes--small">{string.Concat(DeskRole.All.Select(Box))}</div></fieldset>
        """;

    private static string Box(string role) => $"<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" type=\"checkbox\" id=\"role-{role}\" name=\"role\" value=\"{role}\" checked><label class=\"govuk-label govuk-checkboxes__label\" for=\"role-{role}\">{role}</label></div>";

    private static async Task<IResult> SignInAsync(HttpContext http, SignInLinks links, IAntiforgery antiforgery)
    {
        if (!await OwnForm.HasProofAsync(http, antiforgery))
        {
            return Results.Redirect(Path);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!links.TryUse(form["link"].ToString()))
        {
            return DeskPage.Show(http, "Sign in", "<h1 class=\"govuk-heading-l\">This link does not work any more</h1><p class=\"govuk-body\">It works once, for fifteen minutes. Start the program again for a new one.</p>", StatusCodes.Status401Unauthorized);
        }

        await BecomeAsync(http, form["name"].ToString(), form["role"]);
        return Results.Redirect("/desk");
    }

    // Whoever came in by the link is a developer, and may try the desk as somebody else, in several browsers that begin with the same cookie.
    private static async Task<IResult> ChangeAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (await OwnForm.HasProofAsync(http, antiforgery))
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            await BecomeAsync(http, form["name"].ToString(), form["role"], new AuthenticationProperties { Parameters = { [SessionCheck.KeepEarlier] = true } });
        }

        return Results.Redirect("/desk");
    }

    private static Task BecomeAsync(HttpContext http, string name, StringValues roles, AuthenticationProperties? properties = null)
    {
        var called = name.Trim() is { Length: > 0 } given ? given : Somebody;
        ImmutableArray<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, called.ToLowerInvariant().Replace(' ', '.')),
            new(ClaimTypes.Name, called),
            .. DeskRole.All.Where(role => roles.Contains(role)).Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        return http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)), properties);
    }
}
