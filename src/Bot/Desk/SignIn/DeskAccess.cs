using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Ties an address to its line of the matrix.</summary>
internal static class DeskAccess
{
    /// <summary>Only who may do this action gets in, and what is posted comes from our own page.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, DeskAction action) =>
        (action.CanWait ? route.AddEndpointFilter<AfterResidents>() : route).WithMetadata(action).AddEndpointFilter<OwnPageOnly>().RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(action.Roles));
}
