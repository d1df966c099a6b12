using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Conversations;
using TransformingLives.Channels.Tests.DirectLine;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.Limits;

/// <summary>More comes through the doors than is answered: danger is never cut off, no words are lost, and it is well again as soon as it slows.</summary>
public sealed partial class LimitTests
{
    private const string Danger = "she has collapsed and is not breathing";
    private const string TooMany = "I have kept what you wrote";

    // The tests come from this machine; the proxy in front of it, which is believed, says who asks.
    private static readonly (string, string)[] Behind = [("Limits:Enabled", "true"), ("TrustedProxies", "127.0.0.1")];

    [Fact]
    public async Task Danger_over_every_limit_is_answered_at_once_and_is_at_the_desk()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. Behind, ("Limits:MessagesPerMinute", "1"), ("Limits:MessagesPerMinuteByAddress", "1")]);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        await SayAsync(calls, conversation, token, "hot meals in Ely", "again", "and again");

        await SayAsync(calls, conversation, token, Danger);

        Assert.Contains("999", (await LogAsync(council, conversation))[^1].Reply!.Numbers[0].Number, StringComparison.Ordinal);
        Assert.Equal("emergency_999", (await council.AlertsAsync())[0].Alert.Kind);
    }

    [Fact]
    public async Task A_message_over_the_limit_of_its_conversation_is_kept_and_told_so_and_others_are_answered()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. Behind, ("Limits:MessagesPerMinute", "2")]);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        var (other, othersToken) = await calls.BeginAsync("dl_bob");

        await SayAsync(calls, conversation, token, "hello", "hello", "hot meals in Ely");
        await SayAsync(calls, other, othersToken, "hot meals in Ely");

        var log = await LogAsync(council, conversation);
        Assert.Contains(TooMany, log[^1].Text, StringComparison.Ordinal);
        Assert.Equal("hot meals in Ely", log[^2].Text);
        Assert.DoesNotContain(TooMany, (await LogAsync(council, other))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_well_again_when_it_slows()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. Behind, ("Limits:MessagesPerMinute", "2")]);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        await SayAsync(calls, conversation, token, "hello", "hello", "hello");

        council.Skip(TimeSpan.FromSeconds(30));
        await SayAsync(calls, conversation, token, "hot meals in Ely");

        Assert.DoesNotContain(TooMany, (await LogAsync(council, conversation))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_from_one_number_are_limited_and_danger_and_stop_are_not()
    {
        await using var calls = await TwilioCalls.StartAsync(("Limits:Enabled", "true"), ("Limits:MessagesPerMinuteByNumber", "1"));
        await calls.TextAsync("hello");

        Assert.Contains(TooMany, await calls.TextAsync("hot meals in Ely"), StringComparison.Ordinal);
        Assert.Contains("999", await calls.TextAsync(Danger), StringComparison.Ordinal);
        Assert.DoesNotContain(TooMany, await calls.TextAsync("hot meals in Ely", from: "+447700900124"), StringComparison.Ordinal);
        Assert.Contains("no more texts", await calls.TextAsync("STOP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_begins_more_conversations_from_one_address_than_the_limit_and_the_first_words_come_back()
    {
        await using var council = await RunningCouncil.StartAsync([.. Behind, ("Limits:StartsPerMinuteByAddress", "1")]);
        using var first = await BeginAsync(council, "hot meals in Ely", "203.0.113.7");

        using var second = await BeginAsync(council, "blue badge please", "203.0.113.7");
        using var live = await BeginAsync(council, "blue badge please", "203.0.113.7", isLive: true);
        using var elsewhere = await BeginAsync(council, "blue badge please", "203.0.113.8");
        using var danger = await BeginAsync(council, Danger, "203.0.113.7");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode, live.StatusCode));
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("blue badge please</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("01632 960 100", page, StringComparison.Ordinal);
        Assert.Equal("60", second.Headers.RetryAfter!.ToString());
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (elsewhere.StatusCode, danger.StatusCode));
        Assert.Equal("emergency_999", (await council.AlertsAsync())[0].Alert.Kind);
    }

    [Fact]
    public async Task A_token_is_refused_a_start_with_429_and_whoever_holds_the_secret_is_not()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. Behind, ("Limits:StartsPerMinuteByAddress", "1")]);
        var calls = new DirectLineCalls(council);
        await StartAsync(calls);

        using var refused = await StartAsync(calls);
        var (bySecret, _) = await calls.CallAsync(HttpMethod.Post, "/conversations", DirectLineCalls.Secret, null, From("203.0.113.7"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Created, bySecret);
    }

    [Fact]
    public async Task A_client_that_polls_too_often_hears_nothing_new_and_misses_nothing()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. Behind, ("Limits:ReadsPerMinute", "1")]);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        await calls.PollAsync(conversation, token, "1");
        await SayAsync(calls, conversation, token, "hot meals in Ely");

        var tooOften = await calls.PollAsync(conversation, token, "1");
        using var reconnect = await calls.SendAsync(HttpMethod.Get, $"/conversations/{conversation}", token);
        council.Skip(TimeSpan.FromMinutes(1));
        var later = await calls.PollAsync(conversation, token, tooOften.Watermark);

        Assert.Empty(tooOften.Activities);
        Assert.Equal("1", tooOften.Watermark);
        Assert.Equal(HttpStatusCode.TooManyRequests, reconnect.StatusCode);
        Assert.NotEmpty(later.Activities);
    }

    [Fact]
    public async Task Too_many_files_are_not_kept_and_the_words_with_them_are()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. Behind, ("Limits:UploadsPerMinute", "1")]);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(council, conversation, token, ""));

        Assert.Equal(HttpStatusCode.TooManyRequests, await UploadAsync(council, conversation, token, ""));
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(council, conversation, token, Danger));

        Assert.Equal("emergency_999", (await council.AlertsAsync())[0].Alert.Kind);
        Assert.Single(await council.Service<Bot.Channels.Files.KeptFiles>().OfAsync(conversation, CancellationToken.None));
    }

    [Fact]
    public async Task The_directory_is_given_so_often_to_one_address()
    {
        await using var council = await RunningCouncil.StartAsync([.. Behind, ("Limits:ReadsPerMinuteByAddress", "1")]);

        using var first = await GetAsync(council, "/api/taxonomies", "203.0.113.7");
        using var second = await GetAsync(council, "/api/taxonomies", "203.0.113.7");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task What_somebody_writes_into_the_header_before_our_proxy_does_is_not_believed()
    {
        await using var council = await RunningCouncil.StartAsync([.. Behind, ("Limits:ReadsPerMinuteByAddress", "1")]);
        using var first = await GetAsync(council, "/api/taxonomies", "203.0.113.7");

        using var forged = await GetAsync(council, "/api/taxonomies", "198.51.100.1, 203.0.113.7");

        Assert.Equal(HttpStatusCode.TooManyRequests, forged.StatusCode);
    }

    [Fact]
    public async Task A_forged_header_from_whoever_is_no_proxy_of_ours_is_ignored()
    {
        await using var council = await RunningCouncil.StartAsync(("Limits:Enabled", "true"), ("TrustedProxies", "10.9.9.9"), ("Limits:ReadsPerMinuteByAddress", "1"));
        using var first = await GetAsync(council, "/api/taxonomies", "203.0.113.7");

        using var another = await GetAsync(council, "/api/taxonomies", "203.0.113.8");

        Assert.Equal(HttpStatusCode.TooManyRequests, another.StatusCode);
    }

    [Fact]
    public async Task Only_a_trusted_proxy_says_under_which_address_we_are_reached()
    {
        await using var trusting = await DirectLineCalls.StartCouncilAsync(("TrustedProxies", "127.0.0.0/8"));
        await using var other = await DirectLineCalls.StartCouncilAsync();
        (string, string)[] headers = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "care.example.gov.uk")];

        var (_, believed) = await new DirectLineCalls(trusting).CallAsync(HttpMethod.Post, "/conversations", DirectLineCalls.Secret, null, headers);
        var (_, ignored) = await new DirectLineCalls(other).CallAsync(HttpMethod.Post, "/conversations", DirectLineCalls.Secret, null, headers);

        Assert.StartsWith("wss://care.example.gov.uk/", (string)believed["streamUrl"]!, StringComparison.Ordinal);
        Assert.StartsWith("ws://127.0.0.1:", (string)ignored["streamUrl"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_cannot_be_read_keeps_the_program_from_starting()
    {
        var refused = await Assert.ThrowsAsync<Bot.Hosting.StartUpException>(() => RunningCouncil.StartAsync(("TrustedProxies", "the proxy")));

        Assert.Contains("TrustedProxies", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_no_proxy_is_named_people_behind_one_are_not_counted_together()
    {
        await using var council = await RunningCouncil.StartAsync(("Limits:Enabled", "true"), ("Limits:ReadsPerMinuteByAddress", "1"));
        using var first = await GetAsync(council, "/api/taxonomies", null);

        using var second = await GetAsync(council, "/api/taxonomies", null);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    private static (string, string) From(string address) => ("X-Forwarded-For", address);

    private static async Task SayAsync(DirectLineCalls calls, string conversation, string token, params string[] words)
    {
        foreach (var one in words)
        {
            var (status, _) = await calls.CallAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, $$"""{"type":"message","text":"{{one}}"}""", From("203.0.113.7"));
            Assert.Equal(HttpStatusCode.OK, status);
        }
    }

    private static async Task<HttpResponseMessage> StartAsync(DirectLineCalls calls)
    {
        var (_, made) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineCalls.Secret);
        return await calls.SendAsync(HttpMethod.Post, "/conversations", (string)made["token"]!, null, From("203.0.113.7"));
    }

    private static async Task<HttpStatusCode> UploadAsync(RunningCouncil council, string conversation, string token, string words)
    {
        using var form = new MultipartFormDataContent();
        var activity = new StringContent($$"""{"type":"message","text":"{{words}}"}""", Encoding.UTF8);
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(activity, "activity", "activity");
        form.Add(new ByteArrayContent(DirectLine.SomePicture.Jpeg), "file", "one.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/upload") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await council.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningCouncil council, string path, string? forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return await council.Http.SendAsync(request);
    }

    // A browser that has never been here.
    private static async Task<HttpResponseMessage> BeginAsync(RunningCouncil council, string words, string address, bool isLive = false)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = council.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        var token = Token().Match(await http.GetStringAsync("/chat")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", WebUtility.HtmlDecode(token)), new("text", words), new("key", "one")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = form };
        if (isLive)
        {
            request.Headers.Add("X-Live", "1");
        }

        return await http.SendAsync(request);
    }

    private static async Task<IReadOnlyList<LogEntry>> LogAsync(RunningCouncil council, string conversation) => await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
