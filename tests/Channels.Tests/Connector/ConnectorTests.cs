using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Connector;

public sealed class ConnectorTests
{
    [Fact]
    public async Task A_message_is_answered_at_the_service_address_with_the_bots_own_token()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(council, service.Token(council.Clock.GetUtcNow()), service.Message("hot meals in Ely")));

        var replies = await RepliesAsync(service, council, 3);
        Assert.Contains("find care and support", (string)replies[0]["text"]!, StringComparison.Ordinal);
        Assert.Contains(replies, reply => reply.ToJsonString().Contains("meal", StringComparison.OrdinalIgnoreCase));
        Assert.All(replies, reply => Assert.Equal("19:meeting@thread", (string?)reply["sentTo"]));
        Assert.All(replies, reply => Assert.Equal("29:ada", (string?)reply["recipient"]!["id"]));
        Assert.DoesNotContain(replies, reply => reply.ContainsKey("id"));
    }

    [Fact]
    public async Task The_same_activity_again_is_one_turn_and_the_keys_are_asked_for_once()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);
        var token = service.Token(council.Clock.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(council, token, service.Message("respite"))));

        Assert.Equal(1, await CountAsync(council, "SELECT COUNT(*) FROM conversation_log WHERE who = 0"));
        Assert.Equal(1, await CountAsync(council, "SELECT COUNT(*) FROM conversations"));
        Assert.Equal(1, service.KeysAsked);
    }

    [Fact]
    public async Task Whoever_is_not_vouched_for_is_refused_and_nothing_is_stored()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);
        var now = council.Clock.GetUtcNow();
        using var other = RSA.Create(2048);
        var good = service.Token(now);
        var refused = new Dictionary<string, (string? Token, JsonObject Activity)>
        {
            ["no token"] = (null, service.Message("hello")),
            ["no token at all"] = ("not.a.token", service.Message("hello")),
            ["forged: another key under the same id"] = (service.Token(now, signedBy: other), service.Message("hello")),
            ["forged: a changed payload"] = ($"{good.Split('.')[0]}.{Base64(Encoding.UTF8.GetBytes($$"""{"iss":"{{FakeBotService.Issuer}}","aud":"{{FakeBotService.AppId}}","exp":4102444800,"serviceurl":"{{service.ServiceUrl}}"}"""))}.{good.Split('.')[2]}", service.Message("hello")),
            ["unsigned"] = ($"{Base64("""{"alg":"none","kid":"one"}"""u8)}.{good.Split('.')[1]}.", service.Message("hello")),
            ["a key that the issuer does not have"] = (service.Token(now, keyId: "two"), service.Message("hello")),
            ["expired"] = (service.Token(now, minutes: -6), service.Message("hello")),
            ["for another bot"] = (service.Token(now, audience: "somebody else"), service.Message("hello")),
            ["from another issuer"] = (service.Token(now, issuer: "https://issuer.example"), service.Message("hello")),
            ["no service address in the token"] = (service.Token(now, serviceUrl: ""), service.Message("hello")),
            ["another service address"] = (service.Token(now, serviceUrl: "https://evil.example/"), service.Message("hello")),
            ["a channel that the key may not speak for"] = (good, service.Message("hello", channel: "facebook")),
        };

        foreach (var (why, (token, activity)) in refused)
        {
            Assert.True(await PostAsync(council, token, activity) == HttpStatusCode.Unauthorized, why);
        }

        Assert.Equal(0, await CountAsync(council, "SELECT COUNT(*) FROM conversations"));
        Assert.Empty(service.Replies);
    }

    [Fact]
    public async Task A_clock_that_is_a_little_off_does_no_harm()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(council, service.Token(council.Clock.GetUtcNow(), minutes: -4), service.Message("respite")));
    }

    [Fact]
    public async Task Our_token_goes_to_no_address_that_is_not_on_the_list_even_when_it_is_vouched_for()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);
        var activity = service.Message("hello");
        activity["serviceUrl"] = "https://evil.example/";

        var status = await PostAsync(council, service.Token(council.Clock.GetUtcNow(), serviceUrl: "https://evil.example/"), activity);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(0, await CountAsync(council, "SELECT COUNT(*) FROM conversations"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"mess", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\":\"hello\"}", HttpStatusCode.BadRequest)]
    public async Task What_is_no_activity_is_refused(string body, HttpStatusCode expected)
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);

        Assert.Equal(expected, await PostAsync(council, service.Token(council.Clock.GetUtcNow()), new StringContent(body, Encoding.UTF8, "application/json")));
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(council, service.Token(council.Clock.GetUtcNow()), service.Message(new string('x', 300_000))));
    }

    [Fact]
    public async Task Without_settings_there_is_no_such_address()
    {
        await using var council = await RunningCouncil.StartAsync();

        using var answer = await council.Http.PostAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Somebody_who_joins_is_welcomed_and_a_reply_that_was_refused_comes_later_and_once()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);
        service.Fail(503, 429);
        var joins = service.Message("");
        joins["type"] = "conversationUpdate";
        joins["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:ada" }, new JsonObject { ["id"] = "28:bot" });

        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), joins);

        Assert.Contains("find care and support", (string)(await RepliesAsync(service, council, 1))[0]["text"]!, StringComparison.Ordinal);
        council.Clock.Advance(TimeSpan.FromMinutes(5));
        await Task.Delay(200);
        Assert.Single(service.Replies);
    }

    [Fact]
    public async Task A_hub_gets_the_context_and_the_transcript_takes_the_conversation_and_gives_it_back()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync([.. service.Settings, ("Connector:TakesHandoff", "true")]);
        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), service.Message("hot meals in Ely"));
        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), service.Message("can I talk to a person please", "2"));
        await WaitAsync(service, council, reply => (string?)reply["name"] == "handoff.initiate");

        var handoff = service.Replies.Single(reply => (string?)reply["name"] == "handoff.initiate");
        Assert.Equal("person_asked_for", (string?)handoff["value"]!["context"]!["reason"]);
        Assert.Contains("hot meals in Ely", handoff["attachments"]![0]!["content"]!["activities"]!.ToJsonString(), StringComparison.Ordinal);

        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), Status(service, "accepted", "3"));
        await WaitAsync(service, council, reply => ((string?)reply["text"])?.Contains("You are now talking to Priya Singh", StringComparison.Ordinal) == true);
        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), Status(service, "completed", "4"));
        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), Status(service, "completed", "4"));
        await WaitAsync(service, council, reply => ((string?)reply["text"])?.Contains("Priya Singh has left", StringComparison.Ordinal) == true);
        Assert.Single(service.Replies, reply => ((string?)reply["text"])?.Contains("Priya Singh has left", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Where_no_hub_takes_conversations_nothing_follows_from_what_somebody_says_of_one()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);
        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), service.Message("can I talk to a person please"));
        await PostAsync(council, service.Token(council.Clock.GetUtcNow()), Status(service, "accepted", "2"));

        Assert.Equal(0, await CountAsync(council, "SELECT COUNT(*) FROM conversation_log WHERE event IS NOT NULL"));
        await WaitAsync(service, council, reply => (string?)reply["name"] == "handoff.initiate");
        Assert.Null(service.Replies.Single(reply => (string?)reply["name"] == "handoff.initiate")["value"]!["context"]);
    }

    private static JsonObject Status(FakeBotService service, string state, string id)
    {
        var activity = service.Message("", id);
        activity["type"] = "event";
        activity["name"] = "handoff.status";
        activity["value"] = new JsonObject { ["state"] = state };
        activity["from"] = new JsonObject { ["id"] = "28:agent", ["name"] = "Priya Singh" };
        return activity;
    }

    private static async Task WaitAsync(FakeBotService service, RunningCouncil council, Func<JsonObject, bool> isThere)
    {
        await UntilAsync(council, () => service.Replies.Any(isThere));
        Assert.Contains(service.Replies, reply => isThere(reply));
    }

    private static async Task<IReadOnlyList<JsonObject>> RepliesAsync(FakeBotService service, RunningCouncil council, int count)
    {
        await UntilAsync(council, () => service.Replies.Count >= count);
        return [.. service.Replies];
    }

    private static async Task UntilAsync(RunningCouncil council, Func<bool> isDone)
    {
        for (var times = 0; times < 400 && !isDone(); times++)
        {
            council.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }
    }

    private static Task<HttpStatusCode> PostAsync(RunningCouncil council, string? token, JsonObject activity) => PostAsync(council, token, new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"));

    private static async Task<HttpStatusCode> PostAsync(RunningCouncil council, string? token, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await council.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static async Task<long> CountAsync(RunningCouncil council, string sql) =>
        (await council.Service<StorageConnections>().QueryAsync(sql, row => row.GetInt64(0), CancellationToken.None))[0];
}
