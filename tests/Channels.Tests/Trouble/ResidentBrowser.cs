using System.Net;
using System.Text.RegularExpressions;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Trouble;

/// <summary>A resident's browser without a script.</summary>
internal sealed partial class ResidentBrowser : IDisposable
{
    private readonly HttpClient http;

    public ResidentBrowser(RunningCouncil council) =>
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(council.Address) };

    /// <summary>What is on the page now.</summary>
    public async Task<string> PageAsync() => WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("/chat", UriKind.Relative)));

    /// <summary>Opens the page and sends a message from it. What the page was before may be sent again with its key.</summary>
    public async Task<(HttpStatusCode Status, string Page)> SayAsync(string text, string key)
    {
        var token = Token().Match(await http.GetStringAsync(new Uri("/chat", UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", WebUtility.HtmlDecode(token)), new("text", text), new("key", key)]);
        using var answer = await http.PostAsync(new Uri("/chat", UriKind.Relative), form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
