using System.Collections.Concurrent;

namespace TransformingLives.Channels.Tests.Testing;

/// <summary>A browser behind a proxy that ends TLS: to the browser it is https, so it gives back cookies that are for https only.</summary>
internal sealed class BehindProxy() : DelegatingHandler(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
{
    private const int MostRedirects = 5;
    private readonly ConcurrentDictionary<string, string> cookies = new();

    /// <summary>What was set, whole, the newest last.</summary>
    public ConcurrentQueue<string> Set { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(request, cancellationToken);
        for (var redirects = 0; redirects < MostRedirects && (int)answer.StatusCode is 302 or 303 && answer.Headers.Location is { } next; redirects++)
        {
            using var get = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, next));
            answer = await SendOnceAsync(get, cancellationToken);
        }

        return answer;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("Cookie");
        if (!cookies.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            Set.Enqueue(set);
            var pair = set.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return answer;
    }
}
