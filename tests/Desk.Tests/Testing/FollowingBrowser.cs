namespace TransformingLives.Desk.Tests.Testing;

/// <summary>A browser that goes where it is sent and keeps cookies. How long they last is told by the program's clock, which a test sets, so their dates are left alone.</summary>
internal sealed class FollowingBrowser : IDisposable
{
    private const int MostRedirects = 10;
    private readonly Dictionary<(string Authority, string Name), string> cookies = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Uri start;

    public FollowingBrowser(string address) => start = new Uri(address);

    /// <summary>Where it has come to.</summary>
    public Uri At { get; private set; } = new("about:blank");

    /// <summary>Opens a page, and follows wherever it leads.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        var next = new Uri(start, path);
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            var answer = await SendAsync(HttpMethod.Get, next);
            if (answer.Headers.Location is not { } location)
            {
                return answer;
            }

            answer.Dispose();
            next = new Uri(next, location);
        }

        throw new InvalidOperationException("It was sent in a circle.");
    }

    /// <summary>Posts a form without any proof that it comes from our own page.</summary>
    public Task<HttpResponseMessage> PostAsync(string path) => SendAsync(HttpMethod.Post, new Uri(start, path));

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address)
    {
        At = address;
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Where(cookie => cookie.Key.Authority == address.Authority).Select(cookie => $"{cookie.Key.Name}={cookie.Value}")));
        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var named, var given] ? (named, given) : (cookie, "");
            cookies[(address.Authority, name)] = value;
            if (value.Length == 0)
            {
                cookies.Remove((address.Authority, name));
            }
        }

        return answer;
    }
}
