using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>The council's own sign-in by OpenID Connect: code flow with PKCE. We keep who they are and which roles they have, and nothing else of what it tells.</summary>
internal static class CouncilSignIn
{
    public const string Path = "/desk/sign-in/council";
    private const string ReturnPath = "/desk/sign-in/return";

    public static void Add(AuthenticationBuilder authentication, CouncilSignInOptions council, CookieSecurePolicy secure) => authentication.AddOpenIdConnect(options =>
    {
        options.Authority = council.Authority;
        options.RequireHttpsMetadata = council.Authority.StartsWith("https:", StringComparison.Ordinal);
        options.ClientId = council.ClientId;
        options.ClientSecret = council.ClientSecret.Length > 0 ? council.ClientSecret : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = ReturnPath;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = secure;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = secure;
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = context.HttpContext.RequestServices.GetRequiredService<PublicAddress>().For(context.Request) + ReturnPath;
            return Task.CompletedTask;
        };
        options.Events.OnTokenValidated = context =>
        {
            context.Principal = Staff(context.Principal!, council);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = async context =>
        {
            context.HandleResponse();
            SignInLog.Failed(context.HttpContext.RequestServices.GetRequiredService<ILogger<DeskDoor>>(), context.Failure?.GetType().Name ?? "");
            await DeskPage.ShowSignInFailedAsync(context.HttpContext, StatusCodes.Status400BadRequest);
        };
    });

    public static void MapCouncilSignIn(this IEndpointRouteBuilder app) => app.MapGet(Path, (HttpContext http, string? then) => ChallengeAsync(http, WayBack.To(then)));

    /// <summary>Sends somebody to the council's sign-in, and back to where they wanted to go.</summary>
    public static async Task ChallengeAsync(HttpContext http, string then)
    {
        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = then });
        }
        catch (InvalidOperationException exception)
        {
            // Its own description could not be fetched: it is away, or its address is wrong.
            SignInLog.Failed(http.RequestServices.GetRequiredService<ILogger<DeskDoor>>(), exception.GetType().Name);
            await DeskPage.ShowSignInFailedAsync(http, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Who they are, in our own words.</summary>
    private static ClaimsPrincipal Staff(ClaimsPrincipal told, CouncilSignInOptions council)
    {
        var theirs = told.FindAll(council.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var name = told.FindFirstValue(council.NameClaim) is { Length: > 0 } given ? given : "Council officer";
        ImmutableArray<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, told.FindFirstValue(council.IdClaim) ?? throw new AuthenticationFailureException($"The sign-in gave no claim '{council.IdClaim}'.")),
            new(ClaimTypes.Name, name),
            .. DeskRole.All.Where(role => theirs.Contains(council.Roles.GetValueOrDefault(role, role))).Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }
}
