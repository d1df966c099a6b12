using System.Net;
using System.Text.Json;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Watching;

/// <summary>What a balancer is told, and that it is told so while storage is away.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_node_that_works_is_live_and_ready_and_says_nothing_else()
    {
        await using var council = await RunningCouncil.StartAsync();

        Assert.Equal("""{"status":"ok"}""", await council.Http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        var (status, said) = await ReadyAsync(council);

        // On a busy machine what the start puts into the outbox is late for a moment.
        for (var patience = 0; said["outbox"] != "ok" && patience < 300; patience++)
        {
            await Task.Delay(100);
            (status, said) = await ReadyAsync(council);
        }

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["status", "database", "content", "index", "outbox", "running"], said.Keys);
        Assert.Equal(("ok", "ok", "ok"), (said["database"], said["content"], said["outbox"]));
    }

    [Fact]
    public async Task A_node_that_can_not_store_is_not_ready_stays_live_and_is_tried_again_after_a_rest()
    {
        await using var council = await RunningCouncil.StartAsync();
        await OnTheLaneAsync(council, "PRAGMA query_only = ON");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => council.Runner.StartAsync("web", default));

        var (status, said) = await ReadyAsync(council);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed", "failed"), (status, said["status"], said["database"]));
        using var live = await council.Http.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        // Nobody is sent here any more, so nobody would find out that it is mended.
        council.Skip(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(council)).Status);
    }

    [Fact]
    public async Task A_node_that_could_store_again_is_ready_at_once()
    {
        await using var council = await RunningCouncil.StartAsync();
        await OnTheLaneAsync(council, "PRAGMA query_only = ON");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => council.Runner.StartAsync("web", default));

        // The disk is mended: connections from before it are let go.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await council.Runner.StartAsync("web", default);

        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(council)).Status);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_as_failed_and_nothing_of_where_it_is()
    {
        await using var council = await RunningCouncil.StartAsync();
        await OnTheLaneAsync(council, "ALTER TABLE conversations RENAME TO gone");

        using var answer = await council.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"database\":\"failed\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("conversations", text, StringComparison.Ordinal);
        Assert.DoesNotContain(council.DataFolder, text, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_is_late_or_given_up_is_told_and_keeps_nobody_out()
    {
        await using var council = await RunningCouncil.StartAsync();
        await OnTheLaneAsync(council, "INSERT INTO outbox (work_key, kind, case_key, payload, created_at, due_at, attempts, dead_at, last_error) VALUES ('k', 'text', 'c1', '{}', 1, 1, 9, 2, 'It was refused.')");

        var (status, said) = await ReadyAsync(council);

        Assert.Equal((HttpStatusCode.OK, "degraded", "degraded"), (status, said["status"], said["outbox"]));
    }

    private static async Task<(HttpStatusCode Status, Dictionary<string, string> Said)> ReadyAsync(RunningCouncil council)
    {
        using var answer = await council.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, JsonSerializer.Deserialize<Dictionary<string, string>>(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task OnTheLaneAsync(RunningCouncil council, string statement)
    {
        try
        {
            await council.Service<CommitQueue>().RunAsync("fault", (session, token) => session.Command(statement).ExecuteNonQueryAsync(token));
        }
        catch (StorageUnavailableException)
        {
            // What the start stored in the same group has met it: it is in force.
        }
    }
}
