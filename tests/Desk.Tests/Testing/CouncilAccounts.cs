using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace TransformingLives.Desk.Tests.Testing;

/// <summary>A real OpenID Connect server, OpenIddict, as a council's sign-in: whoever comes has signed in there already.</summary>
internal sealed class CouncilAccounts : IAsyncDisposable
{
    private const string Client = "transforming-lives";
    private readonly WebApplication app;

    private CouncilAccounts(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>Name of whoever sits at the computer.</summary>
    public string Name { get; set; } = "Priya Singh";

    /// <summary>Their roles, as they are called there.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>The settings with which a council uses it.</summary>
    public (string Name, string Value)[] Settings => [("Desk:OpenIdConnect:Authority", Address), ("Desk:OpenIdConnect:ClientId", Client)];

    public static async Task<CouncilAccounts> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        CouncilAccounts? accounts = null;
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes("profile");
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(KnownClientOnly));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(KnownClientOnly));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                context.Principal = accounts!.WhoeverSitsThere();
                return ValueTask.CompletedTask;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        accounts = new CouncilAccounts(app);
        await app.StartAsync();
        return accounts;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static ValueTask KnownClientOnly(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != Client)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient);
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask KnownClientOnly(ValidateTokenRequestContext context)
    {
        if (context.ClientId != Client)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient);
        }

        return ValueTask.CompletedTask;
    }

    private ClaimsPrincipal WhoeverSitsThere()
    {
        var identity = new ClaimsIdentity("council");
        identity.SetClaim(OpenIddictConstants.Claims.Subject, "7f3a").SetClaim(OpenIddictConstants.Claims.Name, Name).SetClaims("roles", [.. Roles]);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
