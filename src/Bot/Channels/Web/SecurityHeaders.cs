namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every page is sent with: no script or style that is not our own file, no framing but on the sites that the council names, nothing kept by caches.</summary>
internal static class SecurityHeaders
{
    public static void AddTo(HttpResponse response) => AddTo(response, []);

    /// <param name="framedOn">Sites whose pages may show it in a frame.</param>
    public static void AddTo(HttpResponse response, IReadOnlyCollection<string> framedOn)
    {
        var ancestors = framedOn.Count == 0 ? "'none'" : string.Join(' ', framedOn.Prepend("'self'"));
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }
}
