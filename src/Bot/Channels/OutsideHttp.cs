namespace TransformingLives.Bot.Channels;

/// <summary>How the channels call others: one connection pool, names looked up again now and then, and never waiting for long.</summary>
internal static class OutsideHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static HttpClient Client() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = Patience };
}
