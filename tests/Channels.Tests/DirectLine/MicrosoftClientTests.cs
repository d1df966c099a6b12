using System.Text.Json.Nodes;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

/// <summary>Microsoft's own client, <c>botframework-directlinejs</c>, against the running program.</summary>
public sealed class MicrosoftClientTests
{
    private const int Online = 2;
    private const int Expired = 3;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_welcome_the_echo_and_the_answer_arrive_in_order_and_once(bool webSocket)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        await using var client = await ConnectAsync(council, webSocket);
        await client.WaitForAsync("activity", From("bot"));

        await client.DoAsync("post", ("activity", Message("hot meals in Ely", "first")));
        var answer = await client.WaitForAsync("activity", activity => From("bot")(activity) && activity["activity"]!["attachments"] is not null);

        var activities = Activities(client);
        Assert.Equal(["bot", "user", "bot"], activities.Select(activity => (string)activity["from"]!["role"]!));
        Assert.Equal("first", (string)activities[1]["channelData"]!["clientActivityID"]!);
        Assert.Equal("dl_ada", (string)activities[1]["from"]!["id"]!);
        Assert.Equal((string)activities[1]["id"]!, (string)answer["activity"]!["replyToId"]!);
        Assert.Equal(activities.Select(activity => (string)activity["id"]!).Distinct().Count(), activities.Count);
        Assert.Contains(client.Seen, happened => (string?)happened["event"] == "posted" && (string?)happened["id"] == (string)activities[1]["id"]!);
    }

    [Fact]
    public async Task A_dropped_line_is_taken_up_where_it_was_without_loss_or_repeats()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        await using var client = await ConnectAsync(council, webSocket: true);
        await client.DoAsync("post", ("activity", Message("blue badge", "one")));
        await client.WaitForAsync("activity", From("user"));
        await client.WaitForAsync("activity", From("bot"));

        await client.DoAsync("drop");
        await client.DoAsync("post", ("activity", Message("hot meals in Ely", "two")));
        await client.WaitForAsync("activity", activity => (string?)activity["activity"]!["channelData"]!["clientActivityID"] == "two");
        await client.WaitForAsync("activity", From("bot"));

        var ids = Activities(client).Select(activity => (string)activity["id"]!).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Equal(2, client.Seen.Count(happened => (string?)happened["event"] == "socket"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_its_token_expired_a_client_goes_on_with_a_new_one(bool webSocket)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        await using var client = await ConnectAsync(council, webSocket, refreshes: false);
        await client.WaitForAsync("activity", From("bot"));
        var conversation = ((string)Activities(client)[0]["conversation"]!["id"]!)!;

        council.Clock.Advance(TimeSpan.FromMinutes(31));
        await client.DoAsync("post", ("activity", Message("hello", "late")));
        await client.WaitForAsync("status", status => (int)status["status"]! == Expired);

        // A poll and the message are both refused; the client takes either for the end of its token, also when it has a new one by then.
        await client.WaitForAsync("posted", posted => (string?)posted["id"] == "retry");
        Assert.DoesNotContain(await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None), entry => entry.Text == "hello");

        var (_, again) = await new DirectLineCalls(council).CallAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark=1", DirectLineCalls.Secret);
        await client.DoAsync("reconnect", ("conversation", again));
        await client.WaitForAsync("status", status => (int)status["status"]! == Online);
        await client.DoAsync("post", ("activity", Message("hot meals in Ely", "after")));
        await client.WaitForAsync("activity", activity => (string?)activity["activity"]!["channelData"]!["clientActivityID"] == "after");
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_and_the_conversation_goes_on()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        await using var client = await ConnectAsync(council, webSocket: true);
        await client.WaitForAsync("activity", From("bot"));

        council.Clock.Advance(TimeSpan.FromMinutes(20));
        await client.WaitForAsync("request", request => (string?)request["path"] == "/v3/directline/tokens/refresh");
        await client.WaitForAsync("request", request => (string?)request["path"] == "/v3/directline/tokens/refresh");
        council.Clock.Advance(TimeSpan.FromMinutes(20));

        await client.DoAsync("post", ("activity", Message("hot meals in Ely", "much later")));
        await client.WaitForAsync("activity", activity => (string?)activity["activity"]!["channelData"]!["clientActivityID"] == "much later");
    }

    private static async Task<NodeProgram> ConnectAsync(RunningCouncil council, bool webSocket, bool refreshes = true)
    {
        var (_, made) = await new DirectLineCalls(council).CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineCalls.Secret, """{"user":{"id":"dl_ada"}}""");
        var client = await NodeProgram.StartAsync("directline/client.mjs", refreshes ? [] : ["no-refresh"]);
        await client.DoAsync("connect", ("options", new JsonObject { ["domain"] = $"{council.Address}/v3/directline", ["token"] = (string)made["token"]!, ["webSocket"] = webSocket, ["pollingInterval"] = 200 }));
        return client;
    }

    private static JsonObject Message(string text, string clientId) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "dl_ada" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientId },
    };

    private static Func<JsonObject, bool> From(string role) => happened => (string?)happened["activity"]!["from"]!["role"] == role;

    private static List<JsonObject> Activities(NodeProgram client) =>
        [.. client.Seen.Where(happened => (string?)happened["event"] == "activity").Select(happened => happened["activity"]!.AsObject())];
}
