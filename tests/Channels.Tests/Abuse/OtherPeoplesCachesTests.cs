using System.Net;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Channels.Tests.DirectLine;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

/// <summary>What proxies and browsers may keep, and what a fault gives away.</summary>
public sealed class OtherPeoplesCachesTests
{
    [Fact]
    public async Task No_answer_with_somebodys_words_may_be_kept_by_anybody()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        foreach (var path in new[]
        {
            "/", "/chat", "/kiosk", "/embed", "/plan", "/plan.txt", "/plan/x.css", "/contingency", "/contingency.txt", "/carry-on", "/kiosk/clear", $"/appointments/{Guid.Empty}.ics",
            "/desk", "/desk/queue", "/desk/queue/x.css", $"/desk/conversations/{conversation}", "/desk/returns.csv", "/chat?x=/live.js",
        })
        {
            using var answer = await council.Http.GetAsync(path);
            Assert.True(answer.Headers.CacheControl?.NoStore == true || answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {answer.Headers.CacheControl}");
        }

        using var polled = await calls.SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities", token);
        using var text = await council.Http.SendAsync(Door.Signed("/twilio/sms", "MessageSid=SM1&From=%2B447700900123&To=%2B441632960101&Body=hello"u8.ToArray()));
        Assert.True(polled.Headers.CacheControl!.NoStore);
        Assert.True(text.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task What_is_the_same_for_everybody_sets_no_cookie_and_may_be_kept()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        foreach (var path in new[] { "/site.css", "/live.js", "/embed.js" })
        {
            using var answer = await council.Http.GetAsync(path);
            Assert.True(answer.Headers.CacheControl!.Public, path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_with_numbers_to_ring_and_shows_nothing_of_the_program()
    {
        // A list that is not there is a bug that no setting can make.
        await using var council = await RunningCouncil.StartAsync(settings => settings with { EmbedOn = default });

        using var answer = await council.Http.GetAsync("/embed");
        var told = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("ring 01632 960 100", told, StringComparison.Ordinal);
        Assert.Contains("Leave this page quickly", told, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch(@"Exception|\bat [A-Z]\w+\.|\.cs\b|TransformingLives\.", told);
    }
}
