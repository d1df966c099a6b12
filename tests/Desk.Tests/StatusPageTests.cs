using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>What staff see of how the program does.</summary>
public sealed class StatusPageTests
{
    private const string Page = "/desk/status";

    [Fact]
    public async Task When_all_is_well_it_says_so_and_gives_no_orders()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);

        var page = await officer.ReadAsync(Page);

        Assert.Contains("There is none, and none is needed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Act now", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_it_says_what_to_do()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);
        await council.Service<CommitQueue>().RunAsync("fault", (session, token) => session.Command("ALTER TABLE conversations RENAME TO gone; ALTER TABLE outbox RENAME TO gone_too").ExecuteNonQueryAsync(token));

        var page = await ada.ReadAsync(Page);

        Assert.Contains("Act now", page, StringComparison.Ordinal);
        Assert.Contains("The database is away", page, StringComparison.Ordinal);
        Assert.Contains("It can&#39;t be read.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_was_given_up_is_named_with_who_mends_it_and_nothing_of_whose_it_is()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ann = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);
        await council.Service<CommitQueue>().RunAsync("fault", (session, token) => session.Command("""INSERT INTO outbox (work_key, kind, case_key, payload, created_at, due_at, attempts, dead_at, last_error) VALUES ('k', 'text', 'c1', '{"to":"+447700900123","text":"Dear Ada Green"}', 1, 1, 9, 2, 'It was refused.')""").ExecuteNonQueryAsync(token));

        var page = await ann.ReadAsync(Page);

        Assert.Contains("1 are not tried any more", page, StringComparison.Ordinal);
        Assert.Contains("Supervisors see under Referrals", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Green", page, StringComparison.Ordinal);
        Assert.DoesNotContain("7700900123", page, StringComparison.Ordinal);
    }
}
