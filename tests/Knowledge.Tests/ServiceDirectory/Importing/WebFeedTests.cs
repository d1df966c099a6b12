using System.Net;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory.Importing;

public sealed class WebFeedTests
{
    [Fact]
    public async Task All_pages_are_read()
    {
        using var feed = new TestFeed().With(Enumerable.Range(1, 5).Select(ARecord.Numbered));

        var report = await feed.ImportAsync();

        Assert.Equal((null, 5, 5, 5), (report.Refusal, report.Read, report.Taken, feed.Kept.Length));
        Assert.Equal(3, feed.Asked.Count);
    }

    [Fact]
    public async Task A_list_in_short_is_followed_to_each_service()
    {
        using var feed = new TestFeed { ListIsShort = true }.With(Enumerable.Range(1, 3).Select(ARecord.Numbered));

        var report = await feed.ImportAsync();

        Assert.Equal(3, report.Taken);
        Assert.All(feed.Kept, record => Assert.Contains("service_at_locations", record, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_the_feed_lists_and_does_not_have_is_named_and_left_out()
    {
        using var feed = new TestFeed { ListIsShort = true }.With(ARecord.Numbered(1), ARecord.Numbered(2));
        feed.Instead = request => request.RequestUri!.AbsolutePath.EndsWith(ARecord.Id(2), StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NotFound) : null;

        var report = await feed.ImportAsync();

        Assert.Equal((1, ARecord.Id(2)), (report.Taken, Assert.Single(report.LeftOut).Id));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "", "answered 500")]
    [InlineData(HttpStatusCode.OK, "<html>Sign in</html>", "is not a page of Open Referral UK")]
    [InlineData(HttpStatusCode.OK, "{\"contents\":[{", "is not a page of Open Referral UK")]
    [InlineData(HttpStatusCode.OK, "{\"error\":\"busy\"}", "is not a page of Open Referral UK")]
    [InlineData(HttpStatusCode.OK, "{\"total_items\":9,\"total_pages\":2,\"last_page\":true,\"contents\":[]}", "says that it has 9 services, and sent only 2")]
    public async Task A_feed_that_breaks_off_changes_nothing(HttpStatusCode status, string body, string reason)
    {
        using var feed = new TestFeed().With(Enumerable.Range(1, 4).Select(ARecord.Numbered));
        await feed.ImportAsync();
        var before = feed.Kept;
        feed.Instead = request => request.RequestUri!.Query.Contains("page=2", StringComparison.Ordinal) ? new HttpResponseMessage(status) { Content = new StringContent(body) } : null;

        var report = await feed.ImportAsync();

        Assert.Contains(reason, report.Refusal, StringComparison.Ordinal);
        Assert.Equal(before, feed.Kept);
    }

    [Fact]
    public async Task A_feed_that_sends_its_first_page_for_ever_is_refused()
    {
        using var feed = new TestFeed { Instead = _ => TestFeed.Json($$"""{"total_pages":9999,"last_page":false,"contents":[{{ARecord.Good()}}]}""") };

        Assert.Contains("sends the same services again", (await feed.ImportAsync()).Refusal, StringComparison.Ordinal);
        Assert.Equal(2, feed.Asked.Count);
    }

    [Fact]
    public async Task A_redirect_to_what_is_less_safe_is_refused()
    {
        using var feed = new TestFeed { Instead = _ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://example.gov.uk/api/services") } } };

        Assert.Contains("not as safe", (await feed.ImportAsync()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_web_is_read_whole()
    {
        using var feed = new TestFeed { Instead = _ => TestFeed.Json($"[{ARecord.Numbered(1)},{ARecord.Numbered(2)}]") };

        Assert.Equal(2, (await feed.ImportAsync("https://example.gov.uk/services.json")).Taken);
        Assert.Single(feed.Asked);
    }
}
