using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.CaseBridge.Tests.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.CaseBridge.Tests.Audit;

/// <summary>What the audit trail must hold against, on every engine. The tamperer has the rights of the database's owner.</summary>
public abstract class AuditCompliance : IAsyncLifetime
{
    private readonly List<CaseStorage> nodes = [];

    protected abstract string[] TakeAwayTheTriggers { get; }

    private CaseStorage Node => nodes[0];

    public async Task InitializeAsync()
    {
        nodes.Add(new CaseStorage(await NewDatabaseAsync()));
        await Node.Cases.UpgradeAsync(default);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole()
    {
        await NoteAsync(10);
        var report = await Node.Audit.VerifyAsync(default);
        Assert.Empty(report.Faults);
        Assert.Equal(10, report.Entries);
    }

    [Fact]
    public async Task It_is_searched_by_who_and_about_whom_newest_first()
    {
        await Node.Audit.NoteAsync(new AuditEntry("Priya Singh (p.singh)", "see_conversation", "first", ""));
        await Node.Audit.NoteAsync(new AuditEntry("Tom 50% Okafor (t_o)", "see_conversation", "first", ""));
        await Node.Audit.NoteAsync(new AuditEntry("Priya Singh (p.singh)", "see_referral", "second", ""));

        Assert.Equal([3, 1], await FoundAsync("priya", ""));
        Assert.Equal([2, 1], await FoundAsync("", "first"));
        Assert.Equal([1], await FoundAsync("SINGH", "first"));
        Assert.Equal([2], await FoundAsync("50%", ""));
        Assert.Equal([2], await FoundAsync("t_o", ""));
        Assert.Empty(await FoundAsync("%singh%", ""));
        Assert.Equal([1], (await Node.Audit.FindAsync(new AuditSearch("", "", 2, 10), default)).Select(found => found.Sequence));
    }

    [Fact]
    public async Task An_empty_trail_is_whole() => Assert.Empty((await Node.Audit.VerifyAsync(default)).Faults);

    [Theory]
    [InlineData("UPDATE audit_trail SET who = 'somebody else' WHERE sequence = 4", "Entry 4 was altered")]
    [InlineData("UPDATE audit_trail SET purpose = '' WHERE sequence = 10", "Entry 10 was altered")]
    [InlineData("UPDATE audit_trail SET at = at + 1 WHERE sequence = 1", "Entry 1 was altered")]
    [InlineData("DELETE FROM audit_trail WHERE sequence IN (5, 6)", "Entries 5 to 6 are missing")]
    [InlineData("DELETE FROM audit_trail WHERE sequence >= 9", "entries are missing at the end")]
    [InlineData("DELETE FROM audit_trail WHERE sequence = 1", "Entries 1 to 1 are missing")]
    [InlineData("UPDATE audit_trail SET sequence = 99 WHERE sequence = 3; UPDATE audit_trail SET sequence = 3 WHERE sequence = 4; UPDATE audit_trail SET sequence = 4 WHERE sequence = 99", "Entry 3 was altered, or stands where another stood")]
    public async Task Whatever_is_done_to_it_is_found(string tampering, string fault)
    {
        await NoteAsync(10);
        foreach (var trigger in TakeAwayTheTriggers)
        {
            await Node.ExecuteAsync(trigger);
        }

        await Node.ExecuteAsync(tampering);

        Assert.Contains((await Node.Audit.VerifyAsync(default)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE audit_trail SET who = 'x'")]
    [InlineData("DELETE FROM audit_trail")]
    public async Task The_database_itself_refuses_to_change_it(string tampering)
    {
        await NoteAsync(1);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Node.ExecuteAsync(tampering));
    }

    [Fact]
    public async Task Nodes_that_note_at_once_make_one_line()
    {
        nodes.Add(new CaseStorage(Node.Connections, Node.Clock));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => nodes[number % 2].Audit.NoteAsync(new AuditEntry($"officer {number}", "looked", "c1", "")))));

        var report = await Node.Audit.VerifyAsync(default);
        Assert.Empty(report.Faults);
        Assert.Equal(40, report.Entries);
    }

    [Fact]
    public async Task What_happens_to_a_referral_notes_itself()
    {
        var referral = SampleReferral.New();
        await Node.Register.AddAsync(referral);
        await Node.Register.AddAsync(referral);
        await Node.Cases.ChangeCaseAsync(referral.Id, new CaseChange { Status = "accepted" }, "officer 1");

        var about = await Node.Audit.AboutAsync(referral.ConversationId, default);

        Assert.Equal(["assistant referral.entered", "officer 1 case.changed"], about.Select(noted => $"{noted.Entry.Who} {noted.Entry.Action}"));
    }

    private async Task<IEnumerable<long>> FoundAsync(string who, string subject) =>
        (await Node.Audit.FindAsync(new AuditSearch(who, subject, long.MaxValue, 10), default)).Select(found => found.Sequence);

    private async Task NoteAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Node.Audit.NoteAsync(new AuditEntry($"officer {i}", "referral.looked_at", "c1", "first contact"));
        }
    }
}

public sealed class AuditOnPostgresTests : AuditCompliance
{
    protected override string[] TakeAwayTheTriggers => ["ALTER TABLE audit_trail DISABLE TRIGGER ALL"];

    protected override async Task<StorageConnections> NewDatabaseAsync() => StorageConnections.Postgres(await (await Testing.Postgres.PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}

public sealed class AuditOnSqliteTests : AuditCompliance, IDisposable
{
    private readonly SqliteFile file = new();

    protected override string[] TakeAwayTheTriggers => ["DROP TRIGGER audit_trail_is_not_changed", "DROP TRIGGER audit_trail_is_not_shortened"];

    public void Dispose() => file.Dispose();

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(file.Connections);
}
