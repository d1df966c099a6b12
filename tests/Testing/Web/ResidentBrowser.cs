using System.Net;
using System.Text.RegularExpressions;

namespace TransformingLives.Testing.Web;

/// <summary>A resident's browser without a script.</summary>
public sealed partial class ResidentBrowser : IDisposable
{
    private readonly HttpClient http;
    private string token = "";

    /// <param name="site">The address of the program.</param>
    public ResidentBrowser(Uri site) =>
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = site };

    /// <summary>What is on the page now.</summary>
    public async Task<string> PageAsync() => WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("/chat", UriKind.Relative)));

    /// <summary>The same where the page may be refused.</summary>
    public async Task<(HttpStatusCode Status, string Page)> LookAsync()
    {
        using var answer = await http.GetAsync(new Uri("/chat", UriKind.Relative));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Opens the page and sends a message from it. What the page was before may be sent again with its key.</summary>
    /// <param name="text">The message.</param>
    /// <param name="key">Names this press of the button.</param>
    /// <param name="isOpen">The page is open from last time, and isn't asked for anew.</param>
    public async Task<(HttpStatusCode Status, string Page)> SayAsync(string text, string key, bool isOpen = false)
    {
        token = isOpen ? token : Token().Match(await http.GetStringAsync(new Uri("/chat", UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", WebUtility.HtmlDecode(token)), new("text", text), new("key", key)]);
        using var answer = await http.PostAsync(new Uri("/chat", UriKind.Relative), form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
