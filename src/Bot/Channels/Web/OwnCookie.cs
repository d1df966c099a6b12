namespace TransformingLives.Bot.Channels.Web;

/// <summary>Our cookies: no script reads them, no other site's post carries them; by https no other host of the domain can have set them either.</summary>
internal static class OwnCookie
{
    private const string ThisHostOnly = "__Host-";

    /// <summary>The name that goes over the wire.</summary>
    public static string Name(HttpContext http, string name) => Name(name, http.Request.IsHttps);

    /// <param name="isHttps">The program is reached by https.</param>
    public static string Name(string name, bool isHttps) => isHttps ? $"{ThisHostOnly}{name}" : name;

    /// <summary>The value; null when there is none. Its name as we write it, letter by letter: an older browser lets another host of the domain set "__HOST-".</summary>
    public static string? Find(HttpContext http, string name) => Name(http, name) is var ours && http.Request.Cookies.FirstOrDefault(cookie => cookie.Key == ours) is { Key: not null, Value: var value } ? value : null;

    /// <param name="age">How long it lives; null until the browser is closed.</param>
    public static void Set(HttpContext http, string name, string value, TimeSpan? age) => http.Response.Cookies.Append(Name(http, name), value, Options(http, age));

    public static void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(Name(http, name), Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = age };
}
