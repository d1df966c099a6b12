using System.Net;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

/// <summary>Cookies that somebody else made or chose.</summary>
public sealed partial class ForgedCookieTests
{
    private const string Said = "my daughter must not read this";

    [Theory]
    [InlineData("tl-conversation={0}")]
    [InlineData("\u2000__Host-tl-conversation={0}")]
    [InlineData("\u00A0__Host-tl-conversation={0}")]
    [InlineData("$Version=1; $Path=/; tl-conversation={0}")]
    [InlineData("__HOST-tl-conversation={0}")]
    [InlineData("__Host-tl-conversation[]={0}")]
    public async Task A_cookie_that_another_host_of_the_domain_may_have_set_is_not_taken_for_ours(string cookie)
    {
        await using var council = await RunningCouncil.StartAsync(("PublicBaseAddress", "https://care.example.gov.uk"));
        var id = await SomebodyAsync(council);

        Assert.DoesNotContain(Said, await PageAsync(council, string.Format(System.Globalization.CultureInfo.InvariantCulture, cookie, id)), StringComparison.Ordinal);
        Assert.Contains(Said, await PageAsync(council, $"__Host-tl-conversation={id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("' OR '1'='1")]
    [InlineData("../../keys/key")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("%")]
    public async Task A_made_up_number_of_a_conversation_opens_none(string id)
    {
        await using var council = await RunningCouncil.StartAsync();
        await SomebodyAsync(council);

        foreach (var path in new[] { "/chat", "/plan", "/plan.txt", "/contingency", "/carry-on" })
        {
            Assert.DoesNotContain(Said, await PageAsync(council, $"tl-conversation={Uri.EscapeDataString(id)}", path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_number_that_somebody_else_chose_is_never_begun_with()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = council.Http.BaseAddress };
        var planted = ConversationId.New();
        using var page = await http.GetAsync("/chat");
        var form = page.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("text", "hot meals in Ely"), new("key", "one")]) };
        request.Headers.Add("Cookie", $"{form}; tl-conversation={planted}");
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith("tl-conversation=", StringComparison.Ordinal) && !set.Contains(planted, StringComparison.Ordinal));
        Assert.Null(await council.Store.FindAsync(planted, CancellationToken.None));
    }

    private static async Task<string> SomebodyAsync(RunningCouncil council)
    {
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        await council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", "web", Said, council.Clock.GetUtcNow()), CancellationToken.None);
        return conversation.Id;
    }

    private static async Task<string> PageAsync(RunningCouncil council, string cookie, string path = "/chat")
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var http = new HttpClient(handler) { BaseAddress = council.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
