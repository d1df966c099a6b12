using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Conversations;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Notify;

public sealed class NotifyTests
{
    private const string Ada = "+447700900123";

    [Fact]
    public async Task Our_request_is_the_one_that_their_own_client_makes()
    {
        await using var notify = await FakeNotify.StartAsync();
        await using var council = await RunningCouncil.StartAsync(notify.Settings);
        var theirs = new global::Notify.Client.NotificationClient(notify.Address, FakeNotify.ApiKey);
        await theirs.SendSmsAsync(Ada, FakeNotify.Template, new Dictionary<string, dynamic> { ["body"] = "Your worker comes on Monday." }, "one");

        await council.Service<TextOutbox>().AddAsync("one", "conversation", "sms", Ada, "Your worker comes on Monday.");
        await UntilAsync(council, TextState.Sent);

        var (first, second) = (notify.Sent.ElementAt(0), notify.Sent.ElementAt(1));
        foreach (var field in new[] { "phone_number", "template_id", "reference" })
        {
            Assert.Equal((string?)first[field], (string?)second[field]);
        }

        Assert.Equal((string?)first["personalisation"]!["body"], (string?)second["personalisation"]!["body"]);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("cut")]
    public async Task After_a_fault_it_is_sent_and_never_twice(string fault)
    {
        await using var notify = await FakeNotify.StartAsync();
        notify.Fail(fault);
        await using var council = await RunningCouncil.StartAsync(notify.Settings);

        await council.Service<TextOutbox>().AddAsync("one", "conversation", "sms", Ada, "Your worker comes on Monday.");
        await UntilAsync(council, TextState.Sent);

        Assert.Single(notify.Sent);
    }

    [Fact]
    public async Task A_text_that_comes_in_is_answered_by_one_text_however_often_it_is_delivered()
    {
        await using var notify = await FakeNotify.StartAsync();
        await using var council = await RunningCouncil.StartAsync(notify.Settings);
        const string text = """{"id":"received-1","source_number":"447700900123","destination_number":"07700900111","message":"hot meals in Ely","date_received":"2026-11-23T10:00:00.000000Z"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(council, "/notify/received", text)));
        await PostAsync(council, "/notify/received", text);
        for (var times = 0; times < 400 && notify.Sent.IsEmpty; times++)
        {
            council.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.NoContent, status));
        Assert.Contains("meal", (string)Assert.Single(notify.Sent)["personalisation"]!["body"]!, StringComparison.OrdinalIgnoreCase);
        var address = await council.Service<AddressBook>().FindAsync("sms", Ada, CancellationToken.None);
        Assert.Single(await council.Store.ReadLogAsync(address!.ConversationId, 0, CancellationToken.None), entry => entry.Who == Speaker.Resident);
    }

    [Fact]
    public async Task What_became_of_a_text_is_heard_in_any_order()
    {
        await using var notify = await FakeNotify.StartAsync();
        await using var council = await RunningCouncil.StartAsync(notify.Settings);
        await council.Service<TextOutbox>().AddAsync("one", "conversation", "sms", Ada, "Your worker comes on Monday.");
        var sent = await UntilAsync(council, TextState.Sent);

        await PostAsync(council, "/notify/status", $$"""{"id":"{{sent.ProviderId}}","reference":"one","to":"447700900123","status":"permanent-failure"}""");
        await PostAsync(council, "/notify/status", $$"""{"id":"{{sent.ProviderId}}","reference":"one","to":"447700900123","status":"sending"}""");

        Assert.Equal("permanent-failure", Assert.Single(await council.Service<TextOutbox>().FailedAsync(10, CancellationToken.None)).Problem);
    }

    [Theory]
    [InlineData("/notify/received")]
    [InlineData("/notify/status")]
    public async Task Whoever_has_not_the_token_is_refused_and_nonsense_does_no_harm(string path)
    {
        await using var notify = await FakeNotify.StartAsync();
        await using var council = await RunningCouncil.StartAsync(notify.Settings);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(council, path, "{}", null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(council, path, "{}", "another-token-than-ours"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(council, path, "nonsense"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(council, path, "[1]"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(council, path, new JsonObject { ["id"] = new string('x', 100_000) }.ToJsonString()));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(council, path, """{"id":5,"source_number":[],"message":null}"""));
    }

    [Fact]
    public async Task Two_providers_at_once_keep_the_program_from_starting()
    {
        await using var notify = await FakeNotify.StartAsync();

        await Assert.ThrowsAsync<TransformingLives.Bot.Hosting.StartUpException>(() => RunningCouncil.StartAsync(
            [.. notify.Settings, ("PublicBaseAddress", "https://care.example.gov.uk"), ("Twilio:AuthToken", "12345678901234567890123456789012"), ("Twilio:AccountSid", "AC1"), ("Twilio:From", "+441632960101")]));
    }

    private static async Task<HttpStatusCode> PostAsync(RunningCouncil council, string path, string body, string? token = FakeNotify.Callback)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await council.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<OutgoingText> UntilAsync(RunningCouncil council, TextState state)
    {
        for (var times = 0; times < 400; times++)
        {
            var text = (await council.Service<TextOutbox>().OfAsync("conversation", CancellationToken.None))[0];
            if (text.State == state)
            {
                return text;
            }

            council.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        throw new TimeoutException($"The text never came to be {state}.");
    }
}
