using System.Net;
using System.Net.WebSockets;
using AngleSharp.Html.Parser;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Desk.Tests.Testing;

/// <summary>A browser without a script, signed in to the desk: cookies, forms, redirects that are looked at.</summary>
internal sealed class OfficerBrowser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private readonly Uri address;
    private KeyValuePair<string, string>? proof;

    private OfficerBrowser(string address)
    {
        this.address = new Uri(address);
        http = new HttpClient(new ByHttps(cookies)) { BaseAddress = this.address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Somebody who has not signed in.</summary>
    public static OfficerBrowser Stranger(RunningCouncil council) => new(council.Address);

    /// <summary>Somebody with these roles, signed in.</summary>
    public static async Task<OfficerBrowser> SignInAsync(RunningCouncil council, string name, params string[] roles)
    {
        var browser = new OfficerBrowser(council.Address);
        var link = council.Service<SignInLinks>().Make();
        var token = await browser.TokenAsync($"{DevelopmentSignIn.Path}?link={link}");
        var fields = new List<KeyValuePair<string, string>> { token, new("link", link), new("name", name) };
        fields.AddRange(roles.Select(role => new KeyValuePair<string, string>("role", role)));
        using var answer = await browser.http.PostAsync(new Uri(DevelopmentSignIn.Path, UriKind.Relative), new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>Another browser with a copy of the cookies.</summary>
    public OfficerBrowser WithItsCookies(RunningCouncil council)
    {
        var copy = new OfficerBrowser(council.Address);
        copy.cookies.Add(cookies.GetAllCookies());
        return copy;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a request as it is, with the cookies of whoever is signed in.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    public Task<string> ReadAsync(string path) => http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Posts a form, with the proof that it comes from our own page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = proof ??= await TokenAsync(DevelopmentSignIn.Path);
        return await http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([token, .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));
    }

    /// <summary>Posts a form with a file in it.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string field, string file, string text, params (string Name, string Value)[] fields)
    {
        var token = proof ??= await TokenAsync(DevelopmentSignIn.Path);
        using var body = new MultipartFormDataContent { { new StringContent(token.Value), token.Key }, { new StringContent(text), field, file } };
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        return await http.PostAsync(new Uri(path, UriKind.Relative), body);
    }

    /// <summary>Posts a form as another site would: without the proof.</summary>
    public Task<HttpResponseMessage> PostFromElsewhereAsync(string path) => http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([]));

    /// <summary>Opens the live connection of a page.</summary>
    public async Task<ClientWebSocket> ListenAsync(string query)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/desk/live", Query = query }.Uri, CancellationToken.None);
        return socket;
    }

    public void Dispose() => http.Dispose();

    // The proof belongs to whoever is signed in, and any page with a form has it.
    private async Task<KeyValuePair<string, string>> TokenAsync(string path)
    {
        using var answer = await GetAsync(path);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var field = page.QuerySelector("input[name='__RequestVerificationToken']");
        return new("__RequestVerificationToken", field?.GetAttribute("value") ?? "");
    }

    /// <summary>To the browser it is https, so it gives back cookies that are for https only.</summary>
    private sealed class ByHttps(CookieContainer cookies) : DelegatingHandler(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            foreach (var cookie in cookies.GetAllCookies().Cast<Cookie>())
            {
                cookie.Secure = false;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
