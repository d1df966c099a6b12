using System.Net;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Testing.Web;

namespace TransformingLives.Channels.Tests.Trouble;

/// <summary>What is kept of a conversation was altered: whoever it belongs to is told so, and others go on.</summary>
public sealed class BrokenSealTests
{
    [Fact]
    public async Task Whoever_can_not_be_gone_on_with_is_told_so_with_numbers_to_ring_and_others_go_on()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var harmed = new ResidentBrowser(new Uri(council.Address));
        using var other = new ResidentBrowser(new Uri(council.Address));
        await harmed.SayAsync("hot meals in Ely", "h1");
        await council.Service<CommitQueue>().RunAsync("harm", (session, token) => session.Command("UPDATE conversation_log SET text = substr(text, 1, 60)").ExecuteNonQueryAsync(token));
        await other.SayAsync("hot meals in Ely", "o1");

        var (status, words) = await harmed.LookAsync();
        using var page = await council.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("I can't open what we talked about before", words, StringComparison.Ordinal);
        Assert.All(["01632 960 100", "999"], number => Assert.Contains(number, words, StringComparison.Ordinal));
        Assert.Contains("hot meals in Ely", await other.PageAsync(), StringComparison.Ordinal);
        Assert.True(page.IsSuccessStatusCode);
    }
}
