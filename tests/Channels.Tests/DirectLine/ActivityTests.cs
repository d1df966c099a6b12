using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Conversations;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_token_begins_one_conversation_however_often_it_asks()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (_, made) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineCalls.Secret);

        var (first, begun) = await calls.CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!, """{"user":{}}""");
        var (second, again) = await calls.CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!, """{"user":{}}""");

        Assert.Equal(HttpStatusCode.Created, first);
        Assert.Equal(HttpStatusCode.OK, second);
        Assert.Equal((string)begun["conversationId"]!, (string)again["conversationId"]!);
        Assert.Single(await council.Store.ReadLogAsync((string)begun["conversationId"]!, 0, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_message_posted_many_times_at_once_is_stored_once()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => calls.PostAsync(conversation, token, """{"type":"message","text":"hello","channelData":{"clientActivityID":"one press"}}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => (string)answer.Body["id"]!).Distinct());
        Assert.Single(await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None), entry => entry.Who == Speaker.Resident);
    }

    [Fact]
    public async Task Fields_that_nobody_knows_come_back_as_they_were_and_those_of_the_channel_do_not()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        await calls.PostAsync(conversation, token, """
            {"type":"message","text":"hello","id":"mine","timestamp":"1999-01-01T00:00:00Z","serviceUrl":"https://evil.example","from":{"id":"dl_mallory","name":"Ada","role":"bot"},
             "locale":"en-GB","localTimezone":"Europe/London","entities":[{"type":"ClientCapabilities","supportsListening":true}],"unheardOf":{"deep":[1,2.50,null]},"channelData":{"clientActivityID":"x","mine":true}}
            """);
        var (activities, _) = await calls.PollAsync(conversation, token);

        var echo = activities.Single(activity => (string)activity["from"]!["role"]! == "user");
        Assert.Equal("dl_ada", (string)echo["from"]!["id"]!);
        Assert.Equal("Ada", (string)echo["from"]!["name"]!);
        Assert.Equal("""{"deep":[1,2.50,null]}""", echo["unheardOf"]!.ToJsonString());
        Assert.True((bool)echo["channelData"]!["mine"]!);
        Assert.Equal("ClientCapabilities", (string)echo["entities"]![0]!["type"]!);
        Assert.NotEqual("mine", (string)echo["id"]!);
        Assert.StartsWith("2026-11-23T", (string)echo["timestamp"]!, StringComparison.Ordinal);
        Assert.Null(echo["serviceUrl"]);
    }

    [Fact]
    public async Task A_watermark_gives_what_is_new_and_stays_when_nothing_is()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        var (welcome, first) = await calls.PollAsync(conversation, token);

        var (nothing, same) = await calls.PollAsync(conversation, token, first);
        await calls.PostAsync(conversation, token, """{"type":"message","text":"hot meals in Ely"}""");
        var (answer, next) = await calls.PollAsync(conversation, token, same);

        Assert.Single(welcome);
        Assert.Empty(nothing);
        Assert.Equal(first, same);
        Assert.Equal(["user", "bot"], answer.Select(activity => (string)activity["from"]!["role"]!).Distinct());
        Assert.NotEqual(same, next);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("99999999")]
    [InlineData("99999999999999999999999999")]
    public async Task A_watermark_that_is_none_of_ours_begins_at_the_start(string watermark)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (activities, _) = await calls.PollAsync(conversation, token, watermark);

        Assert.Single(activities);
    }

    [Fact]
    public async Task Services_come_as_cards_with_their_sources_and_something_to_say_aloud()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        await calls.PostAsync(conversation, token, """{"type":"message","text":"hot meals in Ely"}""");
        var (activities, _) = await calls.PollAsync(conversation, token);

        var answer = activities.First(activity => activity["attachments"] is JsonArray && (string)activity["from"]!["role"]! == "bot");
        Assert.Contains(answer["attachments"]!.AsArray(), card => (string)card!["contentType"]! == "application/vnd.microsoft.card.adaptive");
        Assert.Equal("Claim", (string)answer["entities"]![0]!["citation"]![0]!["@type"]!);
        Assert.Contains("[1]", (string)answer["text"]!, StringComparison.Ordinal);
        Assert.NotEqual("", (string)answer["speak"]!);
    }

    [Fact]
    public async Task Danger_has_its_number_in_the_words_and_as_a_button()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        await calls.PostAsync(conversation, token, """{"type":"message","text":"she has collapsed and is not breathing"}""");
        var (activities, _) = await calls.PollAsync(conversation, token, "1");

        var help = activities.First(activity => (string)activity["from"]!["role"]! == "bot");
        Assert.StartsWith("**", (string)help["text"]!, StringComparison.Ordinal);
        Assert.Contains("999", ((string)help["text"]!).Split("\n\n")[0], StringComparison.Ordinal);
        Assert.Equal("tel:999", (string)help["attachments"]![0]!["content"]!["buttons"]![0]!["value"]!);
    }

    [Fact]
    public async Task A_contact_centre_hears_that_a_person_is_wanted()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        await calls.PostAsync(conversation, token, """{"type":"message","text":"I want to talk to a person"}""");
        var (activities, _) = await calls.PollAsync(conversation, token);

        Assert.Single(activities, activity => (string)activity["type"]! == "event" && (string?)activity["name"] == "handoff.initiate");
    }

    [Fact]
    public async Task A_contact_centre_hears_that_a_person_has_come_and_is_done()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        var priya = new Bot.Conversations.Officer("p", "Priya Singh");

        await calls.PostAsync(conversation, token, """{"type":"message","text":"I want to talk to a person"}""");
        await council.Runner.RunAsync(new Bot.Turns.IncomingEvent(conversation, "1", new Bot.Turns.ConversationEvent.OfficerJoins(priya), council.Clock.GetUtcNow()), default);
        await council.Runner.RunAsync(new Bot.Turns.IncomingEvent(conversation, "2", new Bot.Turns.ConversationEvent.OfficerGivesBack(priya), council.Clock.GetUtcNow()), default);
        var (activities, _) = await calls.PollAsync(conversation, token);

        Assert.Equal(["accepted", "completed"], activities.Where(activity => (string?)activity["name"] == "handoff.status").Select(activity => (string?)activity["value"]!["state"]));
    }

    [Fact]
    public async Task An_event_is_kept_and_echoed_and_nobody_answers_it()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (status, _) = await calls.PostAsync(conversation, token, """{"type":"event","name":"handoff.status","value":{"state":"accepted"}}""");
        var (activities, _) = await calls.PollAsync(conversation, token, "1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("handoff.status", (string)Assert.Single(activities)["name"]!);
    }

    [Theory]
    [InlineData("", "BadSyntax")]
    [InlineData("{", "BadSyntax")]
    [InlineData("[]", "BadArgument")]
    [InlineData("\"message\"", "BadArgument")]
    [InlineData("""{"text":"no type"}""", "MissingProperty")]
    [InlineData("""{"type":7}""", "MissingProperty")]
    [InlineData("""{"type":"message","type":"event"}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":"half \ud83d"}""", "BadSyntax")]
    public async Task A_body_that_is_no_activity_is_refused_and_nothing_is_stored(string body, string code)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (status, answer) = await calls.PostAsync(conversation, token, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, (string)answer["error"]!["code"]!);
        Assert.Single(await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_with_413()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (status, _) = await calls.PostAsync(conversation, token, $$"""{"type":"message","text":"{{new string('a', 300_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Single(await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None));
    }

    [Theory]
    [InlineData("/nothing/here", 404)]
    [InlineData("/conversations/00000000000000000000000000000000/activities", 404)]
    public async Task What_is_not_there_is_said_in_the_same_shape(string path, int status)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();

        var (given, body) = await new DirectLineCalls(council).CallAsync(HttpMethod.Get, path, DirectLineCalls.Secret);

        Assert.Equal(status, (int)given);
        Assert.NotNull(body["error"]!["code"]);
    }

    [Fact]
    public async Task A_stream_opens_from_no_other_site_and_with_no_other_token()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        var (_, begun) = await calls.CallAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark=", token);
        var address = new Uri((string)begun["streamUrl"]!);
        var withToken = new Uri(address.AbsoluteUri.Split("&t=")[0] + $"&t={token}");

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(address, "https://evil.example"));
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(withToken, null));
        using var opened = await OpenAsync(address, null);
        Assert.Equal(WebSocketState.Open, opened.State);

        council.Clock.Advance(TimeSpan.FromSeconds(61));
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(address, null));
    }

    [Fact]
    public async Task Two_windows_on_one_conversation_see_the_same()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        var (_, begun) = await calls.CallAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark=1", token);
        using var first = await OpenAsync(new Uri((string)begun["streamUrl"]!), null);
        using var second = await OpenAsync(new Uri((string)begun["streamUrl"]!), null);
        await first.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);

        await calls.PostAsync(conversation, token, """{"type":"message","text":"blue badge"}""");

        var seen = await ReceiveAsync(first);
        Assert.Equal((string)seen["watermark"]!, (string)(await ReceiveAsync(second))["watermark"]!);
        Assert.Equal("user", (string)seen["activities"]![0]!["from"]!["role"]!);
    }

    private static async Task<ClientWebSocket> OpenAsync(Uri address, string? origin)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }

    private static async Task<JsonObject> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer, patience.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
        while (!received.EndOfMessage);
        return JsonNode.Parse(text.ToString())!.AsObject();
    }
}
