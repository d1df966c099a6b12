using System.Collections.Concurrent;
using System.Net;
using TransformingLives.CaseSystems.Tests.Killing;

namespace TransformingLives.CaseSystems.Tests.Trouble;

/// <summary>
/// A PostgreSQL server that is restarted under conversations, is away, or can only be read: residents are told the truth with numbers to ring, nothing that was
/// acknowledged is lost, the same conversations go on by themselves when it is well again, and the log says what to do.
/// </summary>
[Collection("killing")]
public sealed class PostgresTroubleTests
{
    /// <summary>The council's by day, the duty team's at night: the program runs by the real clock.</summary>
    private const string Phone = "01632 960";
    private const string Emergency = "999";

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task Restarted_in_mid_turn_it_loses_nothing_and_doubles_nothing(string mode)
    {
        await using var council = await TroubledCouncil.StartAsync();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        using var closing = new CancellationTokenSource();
        var talked = new ConcurrentBag<PatientResident>();
        var acknowledged = 0;
        var residents = Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            for (var round = 0; !closing.IsCancellationRequested; round++)
            {
                var resident = new PatientResident(http, () => council.Node.Address, $"note{number}x{round}");
                await resident.TalkAsync(() => Interlocked.Increment(ref acknowledged));
                talked.Add(resident);
            }
        })).ToArray();

        for (var restart = 0; restart < 3; restart++)
        {
            await MoreTurnsAsync(40);
            await council.Server.EndAsync(mode);
            await council.Server.StartAgainAsync();
        }

        await MoreTurnsAsync(40);
        await closing.CancelAsync();
        await Task.WhenAll(residents);
        foreach (var resident in talked)
        {
            Assert.Equal(resident.Acknowledged, await resident.LoggedAsync());
        }

        var agreed = talked.SelectMany(resident => resident.References).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(agreed);
        await UntilDeliveredAsync(council);
        Assert.Equal(agreed, (await council.Database.QueryAsync("SELECT reference FROM register_referrals", row => row.GetString(0), default)).Order(StringComparer.Ordinal));

        async Task MoreTurnsAsync(int count)
        {
            var due = Volatile.Read(ref acknowledged) + count;
            for (var patience = 0; Volatile.Read(ref acknowledged) < due; patience++)
            {
                Assert.True(patience < 6_000 && !Array.Exists(residents, resident => resident.IsFaulted), $"No {count} turns more came in two minutes. {council.Node.Log}");
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task While_it_is_away_residents_are_told_with_numbers_to_ring_and_then_the_same_conversation_goes_on()
    {
        await using var council = await TroubledCouncil.StartAsync();
        await council.SaidAsync("My note is marmalade", "1");
        var line = await council.BeginAsync();
        Assert.Equal(HttpStatusCode.OK, (await council.SayAsync(line, "My note is honey", "1")).Status);
        await council.Browser.PageAsync();

        await council.Server.EndAsync();
        AssertHonest(await council.Browser.SayAsync("My second note is jam", "2", isOpen: true));
        AssertHonest(await council.SayAsync(line, "My second note is cream", "2"));
        await council.AssertLoggedAsync("The database server doesn't answer. Start it, or look at Storage__ConnectionString: the program goes on by itself.");

        await council.Server.StartAgainAsync();
        await council.SaidAsync("My second note is jam", "2");
        await council.SaidAsync("My second note is jam", "2");
        Assert.Equal(HttpStatusCode.OK, (await council.SayAsync(line, "My second note is cream", "2")).Status);
        Assert.Contains("marmalade", await council.Browser.PageAsync(), StringComparison.Ordinal);
        AssertSaid(["My note is honey", "My note is marmalade", "My second note is cream", "My second note is jam"], await council.SaidAsync());
    }

    [Fact]
    public async Task While_it_can_only_be_read_what_was_said_is_shown_and_nothing_new_is_acknowledged()
    {
        await using var council = await TroubledCouncil.StartAsync();
        await council.SaidAsync("My note is marmalade", "1");
        var line = await council.BeginAsync();

        await council.Server.AlterAsync("SET default_transaction_read_only = on");
        AssertHonest(await council.Browser.SayAsync("My second note is jam", "2"));
        AssertHonest(await council.SayAsync(line, "My note is honey", "1"));
        Assert.Contains("marmalade", await council.Browser.PageAsync(), StringComparison.Ordinal);
        AssertSaid(["My note is marmalade"], await council.SaidAsync());
        await council.AssertLoggedAsync("The database server can only be read. Set its default_transaction_read_only to off");

        await council.Server.AlterAsync("RESET default_transaction_read_only");
        await council.SaidAsync("My second note is jam", "2");
        Assert.Equal(HttpStatusCode.OK, (await council.SayAsync(line, "My note is honey", "1")).Status);
        AssertSaid(["My note is honey", "My note is marmalade", "My second note is jam"], await council.SaidAsync());
    }

    [Fact]
    public async Task When_its_disk_is_full_nothing_acknowledged_is_lost_and_it_goes_on_when_there_is_room()
    {
        await using var council = await TroubledCouncil.StartAsync();
        await council.SaidAsync("My note is marmalade", "1");
        var line = await council.BeginAsync();

        // A disk that is really full is the whole machine's. Here the server says what it says then, with its own code, where it would.
        await council.ExecuteAsync("""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file "base/16384/16397": No space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON conversation_log EXECUTE FUNCTION full_disk();
            """);
        AssertHonest(await council.Browser.SayAsync("My second note is jam", "2"));
        AssertHonest(await council.SayAsync(line, "My note is honey", "1"));
        Assert.Contains("marmalade", await council.Browser.PageAsync(), StringComparison.Ordinal);
        AssertSaid(["My note is marmalade"], await council.SaidAsync());
        await council.AssertLoggedAsync("The disk of the database is full. Free some space: the program goes on by itself.");

        await council.ExecuteAsync("DROP TRIGGER full_disk ON conversation_log");
        await council.SaidAsync("My second note is jam", "2");
        await council.SaidAsync("My second note is jam", "2");
        Assert.Equal(HttpStatusCode.OK, (await council.SayAsync(line, "My note is honey", "1")).Status);
        AssertSaid(["My note is honey", "My note is marmalade", "My second note is jam"], await council.SaidAsync());
    }

    private static async Task UntilDeliveredAsync(TroubledCouncil council)
    {
        for (var patience = 0; (await council.Database.QueryAsync("SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL AND kind = 'referral'", row => row.GetInt64(0), default))[0] > 0; patience++)
        {
            Assert.True(patience < 1_200, "Referrals were still in the outbox after two minutes.");
            await Task.Delay(100);
        }
    }

    private static void AssertHonest((HttpStatusCode Status, string Body) answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("may not have been kept", answer.Body, StringComparison.Ordinal);
        Assert.Contains(Phone, answer.Body, StringComparison.Ordinal);
        Assert.Contains(Emergency, answer.Body, StringComparison.Ordinal);
    }

    private static void AssertSaid(IEnumerable<string> expected, IEnumerable<string> said) => Assert.Equal(expected.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
}
