using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>A computer for many people stays one on every page: the conversation is the kiosk's, and what else is read clears itself too, by the browser's own means.</summary>
internal static class KioskVisitors
{
    private const string Cookie = "tl-kiosk";

    /// <summary>Time to read a page that asks nothing, as times of the conversation's.</summary>
    private const int ReadingTimes = 2;

    /// <summary>From now on this browser is many people's, until it is closed.</summary>
    public static void Remember(HttpContext http) => OwnCookie.Set(http, Cookie, "1", null);

    public static void UseKioskVisitors(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) && http.Request.Cookies.ContainsKey(OwnCookie.Name(http, Cookie)) && !http.WebSockets.IsWebSocketRequest;
        if (isPage && (http.Request.Path.Value is "/" or "/chat"))
        {
            http.Response.Redirect(PageModes.Kiosk);
            return;
        }

        if (isPage && !http.Request.Path.StartsWithSegments(PageModes.Kiosk, StringComparison.Ordinal))
        {
            var council = http.RequestServices.GetRequiredService<SurroundingsSource>().At(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).Content.Council;
            http.Response.Headers["Refresh"] = $"{(council.KioskSeconds + council.KioskGraceSeconds) * ReadingTimes}; url={KioskHtml.ClearPath}";
        }

        await next(http);
    });
}
