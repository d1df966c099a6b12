using System.Net;
using TransformingLives.Channels.Tests.DirectLine;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Channels.Tests.Twilio;
using TransformingLives.Testing.Web;

namespace TransformingLives.Channels.Tests.Pressure;

/// <summary>More is asked than can be answered: who is answered, who waits, and what the others are told.</summary>
public sealed class BusyTests
{
    private const string Phone = "01632 960 100";

    [Fact]
    public async Task Somebody_who_begins_is_told_the_truth_with_numbers_to_ring_and_their_words_come_back()
    {
        await using var council = await RunningCouncil.StartAsync(FullGate.Settings);
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await using (new FullGate(council))
        {
            var (status, page) = await resident.SayAsync("how do I get a blue badge for my \"gran\"", "1");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("Your message is not kept", page, StringComparison.Ordinal);
            Assert.Contains(Phone, page, StringComparison.Ordinal);
            Assert.Contains("ring 999", page, StringComparison.Ordinal);
            Assert.Contains("Send it again", page, StringComparison.Ordinal);
            Assert.Contains("blue badge for my", page, StringComparison.Ordinal);
            Assert.Empty(await council.Store.RecentAsync(10, default));
        }

        // The same press of the button, a minute later.
        Assert.Equal(HttpStatusCode.SeeOther, (await resident.SayAsync("how do I get a blue badge for my \"gran\"", "1", isOpen: true)).Status);
        Assert.Contains("Blue Badge", await resident.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_is_answered_while_everybody_else_waits()
    {
        await using var council = await RunningCouncil.StartAsync(FullGate.Settings);
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await using var full = new FullGate(council);

        var (status, _) = await resident.SayAsync("I can't breathe and my chest is crushing", "1");

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("Ring 999", await resident.PageAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(await council.AlertsAsync());

        // Whatever they say next belongs to it.
        Assert.Equal(HttpStatusCode.SeeOther, (await resident.SayAsync("ok", "2")).Status);
    }

    [Fact]
    public async Task Somebody_in_the_middle_of_a_form_waits_their_turn_and_is_turned_away_only_when_twice_as_many_wait()
    {
        await using var council = await RunningCouncil.StartAsync(FullGate.Settings);
        using var ada = new ResidentBrowser(new Uri(council.Address));
        using var ben = new ResidentBrowser(new Uri(council.Address));
        foreach (var resident in new[] { ada, ben })
        {
            await resident.SayAsync("my mum has had a fall and can't manage the bath", "1");
            await resident.SayAsync("Ely", "2");
        }

        Task<(HttpStatusCode Status, string Page)> waits;
        await using (var full = new FullGate(council))
        {
            waits = ada.SayAsync("yes she knows", "3");
            await full.UntilWaitingAsync(2);
            var (status, page) = await ben.SayAsync("yes she knows", "3");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains(Phone, page, StringComparison.Ordinal);
            Assert.False(waits.IsCompleted);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await waits).Status);
    }

    [Fact]
    public async Task Nobody_waits_for_longer_than_is_set()
    {
        await using var council = await RunningCouncil.StartAsync([.. FullGate.Settings, ("Pressure:LongestWait", "00:00:02")]);
        using var ada = new ResidentBrowser(new Uri(council.Address));
        await ada.SayAsync("my mum has had a fall and can't manage the bath", "1");
        await ada.SayAsync("Ely", "2");
        await using var full = new FullGate(council);
        var waits = ada.SayAsync("yes she knows", "3");
        await full.UntilWaitingAsync(2);

        council.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await waits).Status);
    }

    [Fact]
    public async Task By_Direct_Line_it_is_told_in_the_standards_shape_with_when_to_try_again()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync(FullGate.Settings);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        await using var full = new FullGate(council);

        using var answer = await calls.SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, """{"type":"message","text":"hot meals in Ely"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("10", answer.Headers.RetryAfter!.ToString());
        Assert.Contains(Phone, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_answered_with_the_truth_in_one_text()
    {
        await using var calls = await TwilioCalls.StartAsync(FullGate.Settings);
        await using var full = new FullGate(calls.Council);

        var answer = await calls.TextAsync("hot meals in Ely", "SM1");

        Assert.Contains("a lot of people", answer, StringComparison.Ordinal);
        Assert.Contains("999", answer, StringComparison.Ordinal);
        Assert.True(Bot.Channels.Sms.TextSegments.Count(answer) <= 2);
    }

    [Fact]
    public async Task Of_one_conversation_only_so_many_messages_wait_for_each_other()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync([.. FullGate.Settings, ("Pressure:OfOneConversation", "2")]);
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        await calls.PostAsync(conversation, token, """{"type":"message","text":"my mum has had a fall and can't manage the bath"}""");
        Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonObject Body)>[] sent;
        await using (new FullGate(council))
        {
            // One waits at the gate, the next for that one; the others are turned away.
            sent = [.. Enumerable.Range(0, 4).Select(_ => calls.PostAsync(conversation, token, """{"type":"message","text":"Ely"}"""))];
            await foreach (var refused in Task.WhenEach(sent).Take(2))
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await refused).Status);
            }

        }

        Assert.Equal(2, (await Task.WhenAll(sent)).Count(one => one.Status == HttpStatusCode.OK));
    }
}
