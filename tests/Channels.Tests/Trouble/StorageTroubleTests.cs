using System.Net;
using TransformingLives.Bot.Hosting;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Testing.Web;

namespace TransformingLives.Channels.Tests.Trouble;

/// <summary>Nothing can be stored: the resident is told the truth with numbers to ring, nothing that was acknowledged is lost, and it goes on by itself.</summary>
public sealed class StorageTroubleTests
{
    private const string Phone = "01632 960 100";
    private const string Emergency = "999";

    [Fact]
    public async Task A_full_disk_is_told_with_numbers_to_ring_and_nothing_acknowledged_is_lost()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await SaidAsync(resident, "My note is marmalade", "1");

        await OnTheLaneAsync(council, "PRAGMA max_page_count = 1");
        var long1 = "The second note is honey. " + new string('x', 1_500);
        var refused = await resident.SayAsync(long1, "2");
        for (var i = 0; i < 60 && refused.Status != HttpStatusCode.ServiceUnavailable; i++)
        {
            // Pages that are half full take some more.
            refused = await resident.SayAsync(long1, $"filling{i}");
        }

        AssertHonest(refused);
        Assert.Contains("marmalade", await resident.PageAsync(), StringComparison.Ordinal);

        // With room again the same message is taken, once.
        await OnTheLaneAsync(council, "PRAGMA max_page_count = 1000000");
        await SaidAsync(resident, "The third note is jam", "3");
        await SaidAsync(resident, "The third note is jam", "3");
        Assert.Single(await LogAsync(council), text => text == "The third note is jam");
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_told_and_the_conversation_can_still_be_read()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await SaidAsync(resident, "My note is marmalade", "1");

        await OnTheLaneAsync(council, "PRAGMA query_only = ON");
        var refused = await resident.SayAsync("The second note is honey", "2");

        AssertHonest(refused);
        Assert.Contains("marmalade", await resident.PageAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await LogAsync(council), text => text.Contains("honey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_the_log_in_order()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await SaidAsync(resident, "My note is marmalade", "1");

        council.Clock.AdjustTime(council.Clock.GetUtcNow() - TimeSpan.FromHours(3));
        await SaidAsync(resident, "The second note is honey", "2");

        var id = await ConversationAsync(council);
        var log = await council.Store.ReadLogAsync(id, 0, default);
        Assert.Equal(log.Select(entry => entry.At).Order(), log.Select(entry => entry.At));
        Assert.Contains("honey", await resident.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_keeps_this_one_from_starting_in_one_sentence()
    {
        await using var council = await RunningCouncil.StartAsync();
        await OnTheLaneAsync(council, "INSERT INTO schema_versions (area, version) VALUES ('conversations', 9000)");

        var refused = await Assert.ThrowsAsync<StartUpException>(() => Serve.UpgradeAsync(council.Service<IServiceProvider>(), default));

        Assert.Contains("Run the newer program, or restore a back-up made by this one. Nothing was changed.", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertHonest((HttpStatusCode Status, string Page) answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("may not have been kept", answer.Page, StringComparison.Ordinal);
        Assert.Contains(Phone, answer.Page, StringComparison.Ordinal);
        Assert.Contains(Emergency, answer.Page, StringComparison.Ordinal);
    }

    private static async Task SaidAsync(ResidentBrowser resident, string text, string key) => Assert.Equal(HttpStatusCode.SeeOther, (await resident.SayAsync(text, key)).Status);

    private static async Task<string> ConversationAsync(RunningCouncil council) => Assert.Single(await council.Store.RecentAsync(10, default)).Id;

    private static async Task<string[]> LogAsync(RunningCouncil council) =>
        [.. (await council.Store.ReadLogAsync(await ConversationAsync(council), 0, default)).Where(entry => entry.Who == Bot.Conversations.Speaker.Resident).Select(entry => entry.Text)];

    /// <summary>Does something on the connection that writes.</summary>
    private static Task<int> OnTheLaneAsync(RunningCouncil council, string statement) =>
        council.Service<CommitQueue>().RunAsync("fault", (session, token) => session.Command(statement).ExecuteNonQueryAsync(token));
}
