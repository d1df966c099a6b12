namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every page is sent with: no script or style that is not our own file, no framing but on the sites that the council names, nothing kept by caches.</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private const string TwoYears = "max-age=63072000; includeSubDomains";

    public static void AddTo(HttpResponse response) => AddTo(response, []);

    /// <param name="framedOn">Sites whose pages may show it in a frame.</param>
    public static void AddTo(HttpResponse response, IReadOnlyCollection<string> framedOn)
    {
        var ancestors = framedOn.Count == 0 ? "'none'" : string.Join(' ', framedOn.Prepend("'self'"));
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}";
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>
    /// On every answer, whoever makes it and however it fails: what browsers need to be told, and, for what is no page, that it is none. Behind a proxy
    /// that ends TLS a request comes by http; the public address says that it was https, and no header of the request is believed about it.
    /// </summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var isHttps = app.Services.GetRequiredService<PublicAddress>().IsHttps;
        app.Use(next => http =>
        {
            http.Request.Scheme = isHttps ? Uri.UriSchemeHttps : http.Request.Scheme;
            http.Response.OnStarting(Complete, http);
            return next(http);
        });
    }

    private static Task Complete(object state)
    {
        var http = (HttpContext)state;
        if (http.Response.StatusCode == StatusCodes.Status101SwitchingProtocols)
        {
            // A line is no page: browsers look at none of these, and thousands of lines would hold them for hours.
            return Task.CompletedTask;
        }

        var headers = http.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Nothing;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors 'none'", StringComparison.Ordinal))
        {
            headers.XFrameOptions = "DENY";
        }

        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = TwoYears;
        }

        return Task.CompletedTask;
    }
}
