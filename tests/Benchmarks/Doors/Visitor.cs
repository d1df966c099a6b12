using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TransformingLives.Benchmarks.Doors;

/// <summary>Somebody who has begun: with a conversation of Direct Line, and with our page open in a browser, so that what they send is really looked at.</summary>
/// <param name="Conversation">The conversation of Direct Line.</param>
/// <param name="Cookies">The browser's cookies.</param>
/// <param name="FormToken">What a form of our page proves itself with.</param>
internal sealed partial record Visitor(string Conversation, string Cookies, string FormToken)
{
    /// <summary>Who has no conversation and no page.</summary>
    public static Visitor Nobody { get; } = new("none", "", "");

    /// <summary>Begins both conversations.</summary>
    public static async Task<Visitor> ComeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var page = await http.GetAsync(new Uri("/chat", UriKind.Relative), cancellationToken);
        var token = FormTokens().Match(await page.Content.ReadAsStringAsync(cancellationToken)).Groups["token"].Value;
        var visitor = new Visitor(await BeginAsync(http, cancellationToken), CookiesOf(page), token);
        using var first = visitor.Sign(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent([new("text", "hot meals in Ely")]) });
        using var answer = await http.SendAsync(first, cancellationToken);
        return visitor with { Cookies = $"{visitor.Cookies}; {CookiesOf(answer)}" };
    }

    /// <summary>Makes a request one of this browser's. The proof goes beside the body, so that no broken body loses it.</summary>
    public HttpRequestMessage Sign(HttpRequestMessage request)
    {
        if (FormToken.Length > 0)
        {
            request.Headers.Add("Cookie", Cookies);
            request.Headers.Add("RequestVerificationToken", FormToken);
        }

        return request;
    }

    private static async Task<string> BeginAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", Door.DirectLineSecret);
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!["conversationId"]!;
    }

    private static string CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])) : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex FormTokens();
}
