using System.Collections.Immutable;
using System.Security.Claims;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Who is signed in.</summary>
internal static class CurrentOfficer
{
    /// <summary>The officer of this request; pages of the desk are never shown without one.</summary>
    public static Officer Officer(this HttpContext http) => http.User.Officer();

    /// <summary>The officer whom a sign-in names.</summary>
    public static Officer Officer(this ClaimsPrincipal person) => new(
        person.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."),
        person.Identity?.Name ?? "Council officer");

    /// <summary>Their roles.</summary>
    public static ImmutableArray<string> Roles(this HttpContext http) => [.. DeskRole.All.Where(http.User.IsInRole)];
}
