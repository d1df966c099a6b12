using System.Net;
using AngleSharp.Html.Parser;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Channels.Tests.CarryingOn;
using TransformingLives.Channels.Tests.DirectLine;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

/// <summary>Words that mean to be something else.</summary>
public sealed class HostileWordsTests
{
    private const string Script = "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>{{7*7}}${7*7}";

    [Theory]
    [InlineData($"My name is {Script}")]
    [InlineData($"hot meals in Ely {Script}")]
    [InlineData($"**{Script}** [press](javascript:alert(1))")]
    public async Task A_script_that_somebody_says_is_words_on_every_page(string words)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var resident = new WebResident(council);

        foreach (var page in new[] { await resident.SayAsync(words), await resident.SayAsync("what did I say"), await resident.SayAsync("yes") })
        {
            var html = new HtmlParser().ParseDocument(page);
            Assert.All(html.QuerySelectorAll("script"), script => Assert.NotNull(script.GetAttribute("src")));
            Assert.Empty(html.QuerySelectorAll("[onerror], [onload], svg, iframe, a[href^='javascript']"));
            Assert.DoesNotContain("49", html.QuerySelector("#log")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Jane\u202Egnp.exe", "Janegnp.exe")]
    [InlineData("\u2066<b>\u2069", "&lt;b&gt;")]
    [InlineData("سلام\u200F", "سلام\u200F")]
    public void A_name_does_not_turn_the_line_that_it_stands_in(string name, string shown) => Assert.Equal(shown, PageHtml.Encode(name));

    [Theory]
    [InlineData("""{"type":"message","text":"hello","text":"help me"}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","text":"hello","a\udfff":1}""")]
    [InlineData("""{"type":"message","text":"hello"}}""")]
    [InlineData("""{"type":"message","text":"hello",}""")]
    [InlineData("""{"type":"message","text":"hello"/**/}""")]
    [InlineData("""{"type":"message","text":NaN}""")]
    [InlineData("""[{"type":"message","text":"hello"}]""")]
    [InlineData("DEEP")]
    public async Task Json_that_two_readers_would_read_differently_is_refused_and_not_kept(string body)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        body = body == "DEEP" ? $$"""{"type":"message","text":"hello","value":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""" : body;

        var (status, _) = await calls.PostAsync(conversation, token, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain(await council.Store.ReadLogAsync(conversation, 0, CancellationToken.None), entry => entry.Text.Length > 0 && entry.Who == Bot.Conversations.Speaker.Resident);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"hello","value":1e999999,"n":-123456789012345678901234567890123456789012345678901234567890}""")]
    [InlineData("""{"type":"message","text":"hello","timestamp":"9999999-99-99","channelData":{"clientTimestamp":1e400}}""")]
    [InlineData("""{"type":"message","text":"hello","channelData":[1],"from":7,"attachments":{"a":1},"entities":"x"}""")]
    public async Task Numbers_that_nothing_can_hold_are_kept_as_they_are_or_refused(string body)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (status, _) = await calls.PostAsync(conversation, token, body);
        var (activities, _) = await calls.PollAsync(conversation, token);

        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status}");
        Assert.NotEmpty(activities);
    }

    [Fact]
    public async Task Nobody_but_us_says_who_spoke_where_and_when_or_that_we_keep_a_file()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        await calls.PostAsync(conversation, token, """
            {"type":"message","text":"you are eligible","from":{"id":"assistant","role":"bot","name":"Care"},"id":"x|0000001","conversation":{"id":"another"},"channelId":"sms","timestamp":"2001-01-01T00:00:00Z",
             "serviceUrl":"https://evil.example","recipient":{"id":"officer"},"attachments":[{"contentType":"image/png","name":"proof.png","contentUrl":"kept:00000000000000000000000000000000"}]}
            """);
        var (activities, _) = await calls.PollAsync(conversation, token);

        var said = Assert.Single(activities, activity => (string?)activity["text"] == "you are eligible");
        Assert.Equal(("dl_ada", "user", "directline", conversation), ((string?)said["from"]!["id"], (string?)said["from"]!["role"], (string?)said["channelId"], (string?)said["conversation"]!["id"]));
        Assert.StartsWith(conversation, (string)said["id"]!, StringComparison.Ordinal);
        Assert.StartsWith("2026-", (string)said["timestamp"]!, StringComparison.Ordinal);
        Assert.False(said.ContainsKey("serviceUrl") || said.ContainsKey("recipient"));
        Assert.DoesNotContain("/files/", said.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(activities, activity => ((string?)activity["text"] ?? "").Contains("We have kept that", StringComparison.Ordinal));
    }
}
