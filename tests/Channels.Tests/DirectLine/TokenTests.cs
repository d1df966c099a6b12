using System.Net;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

/// <summary>Who may do what: refused with the standard's status and body, and nothing is stored.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Without_authorization_every_call_is_refused_with_401()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, _) = await calls.BeginAsync();

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/tokens/generate"), (HttpMethod.Post, "/tokens/refresh"), (HttpMethod.Post, "/conversations"), (HttpMethod.Get, $"/conversations/{conversation}"),
            (HttpMethod.Get, $"/conversations/{conversation}/activities"), (HttpMethod.Post, $"/conversations/{conversation}/activities"), (HttpMethod.Post, $"/conversations/{conversation}/upload"),
        })
        {
            var (status, body) = await calls.CallAsync(method, path, null, "{}");
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Assert.Equal("Unauthorized", (string)body["error"]!["code"]!);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a-secret-only-for-these-test")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJjb252IjoiMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAiLCJleHAiOjk5OTk5OTk5OTl9.")]
    public async Task A_forged_credential_is_refused_with_403(string credential)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, _) = await calls.BeginAsync();

        var (status, body) = await calls.PostAsync(conversation, credential, """{"type":"message","text":"let me in"}""");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("BadArgument", (string)body["error"]!["code"]!);
        Assert.Equal("Invalid token or secret", (string)body["error"]!["message"]!);
        Assert.DoesNotContain(await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None), entry => entry.Text == "let me in");
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_and_no_other()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (ada, _) = await calls.BeginAsync();
        var (_, bobsToken) = await calls.BeginAsync("dl_bob");

        foreach (var (method, path) in new[] { (HttpMethod.Get, $"/conversations/{ada}"), (HttpMethod.Get, $"/conversations/{ada}/activities"), (HttpMethod.Post, $"/conversations/{ada}/activities") })
        {
            var (status, _) = await calls.CallAsync(method, path, bobsToken, method == HttpMethod.Post ? """{"type":"message","text":"I am Ada"}""" : null);
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }

        Assert.DoesNotContain(await council.Store.ReadLogAsync(ada, 0, CancellationToken.None), entry => entry.Text == "I am Ada");
    }

    [Fact]
    public async Task A_token_of_another_council_is_refused()
    {
        await using var theirs = await RunningCouncil.StartAsync(("DirectLine:Secret", "the-secret-of-another-council"));
        await using var ours = await DirectLineCalls.StartCouncilAsync();
        var (_, made) = await new DirectLineCalls(theirs).CallAsync(HttpMethod.Post, "/tokens/generate", "the-secret-of-another-council");

        var (status, _) = await new DirectLineCalls(ours).CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!);

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task An_expired_token_is_told_so_everywhere_and_is_not_renewed()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        council.Clock.Advance(TimeSpan.FromMinutes(30));

        foreach (var (method, path) in new[] { (HttpMethod.Post, "/tokens/refresh"), (HttpMethod.Post, "/conversations"), (HttpMethod.Get, $"/conversations/{conversation}"), (HttpMethod.Get, $"/conversations/{conversation}/activities") })
        {
            var (status, body) = await calls.CallAsync(method, path, token);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Equal("TokenExpired", (string)body["error"]!["code"]!);
        }
    }

    [Fact]
    public async Task A_token_is_renewed_for_the_same_conversation_and_lives_on()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        council.Clock.Advance(TimeSpan.FromMinutes(29));

        var (status, renewed) = await calls.CallAsync(HttpMethod.Post, "/tokens/refresh", token);
        council.Clock.Advance(TimeSpan.FromMinutes(29));
        var (later, _) = await calls.CallAsync(HttpMethod.Get, $"/conversations/{conversation}", (string)renewed["token"]!);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(conversation, (string)renewed["conversationId"]!);
        Assert.Equal(1800, (int)renewed["expires_in"]!);
        Assert.Equal(HttpStatusCode.OK, later);
    }

    [Fact]
    public async Task Only_the_secret_makes_tokens()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (_, token) = await calls.BeginAsync();

        var (status, _) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", token);

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task A_token_of_the_stream_is_none_of_the_calls()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        var (_, begun) = await calls.CallAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark=", token);
        var streamToken = ((string)begun["streamUrl"]!).Split("t=")[1];

        var (status, _) = await calls.CallAsync(HttpMethod.Get, $"/conversations/{conversation}/activities", streamToken);

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task A_token_may_be_used_from_the_pages_it_was_made_for_and_from_no_other()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (_, made) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineCalls.Secret, """{"user":{"id":"dl_ada"},"trustedOrigins":["https://www.example.gov.uk"]}""");

        var (foreign, _) = await calls.CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!, null, ("Origin", "https://evil.example"));
        var (ours, _) = await calls.CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!, null, ("Origin", "https://www.example.gov.uk"));

        Assert.Equal(HttpStatusCode.Forbidden, foreign);
        Assert.Equal(HttpStatusCode.Created, ours);
    }

    [Fact]
    public async Task The_secret_opens_no_conversation_of_the_website()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var web = await council.Runner.StartAsync("web", CancellationToken.None);

        var (status, _) = await new DirectLineCalls(council).CallAsync(HttpMethod.Get, $"/conversations/{web.Id}/activities", DirectLineCalls.Secret);

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task An_earlier_secret_still_works_while_clients_move_over()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync(("DirectLine:EarlierSecret", "the-secret-before-this-one"));

        var (status, _) = await new DirectLineCalls(council).CallAsync(HttpMethod.Post, "/conversations", "the-secret-before-this-one");

        Assert.Equal(HttpStatusCode.Created, status);
    }

    [Fact]
    public async Task Without_a_secret_there_is_no_direct_line()
    {
        await using var council = await RunningCouncil.StartAsync();

        using var response = await new DirectLineCalls(council).SendAsync(HttpMethod.Post, "/conversations", "");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_refusal_can_be_read_by_the_pages_that_may_use_it()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();

        using var refused = await new DirectLineCalls(council).SendAsync(HttpMethod.Post, "/conversations", "nonsense", null, ("Origin", "https://www.example.gov.uk"));
        using var foreign = await new DirectLineCalls(council).SendAsync(HttpMethod.Post, "/conversations", "nonsense", null, ("Origin", "https://evil.example"));

        Assert.Equal("https://www.example.gov.uk", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_browser_may_ask_first()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();

        using var answer = await new DirectLineCalls(council).SendAsync(HttpMethod.Options, "/conversations", null, null, ("Origin", "https://www.example.gov.uk"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("x-ms-bot-agent", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }
}
