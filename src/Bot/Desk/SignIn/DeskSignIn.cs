using Microsoft.AspNetCore.Authentication.Cookies;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Who may sit at the desk. In development a link that is printed at the start; a council sets up its own sign-in.</summary>
internal static class DeskSignIn
{
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
            options.Events.OnRedirectToAccessDenied = context => DeskPage.ShowNotForYouAsync(context.HttpContext);
        });
        services.AddAuthorization();
    }
}
