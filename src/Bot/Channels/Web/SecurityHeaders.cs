namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every page is sent with: no script or style that is not our own file, no framing, nothing kept by caches.</summary>
internal static class SecurityHeaders
{
    public static void AddTo(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }
}
