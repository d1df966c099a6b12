using System.Collections.Immutable;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.CaseBridge.Tests.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.CaseBridge.Tests.Outbox;

/// <summary>How work waits, is kept in order and is laid before staff, on every engine.</summary>
public abstract class OutboxCompliance : IAsyncLifetime
{
    private readonly List<CaseStorage> nodes = [];

    private CaseStorage Node => nodes[0];

    public async Task InitializeAsync()
    {
        nodes.Add(new CaseStorage(await NewDatabaseAsync()));
        await Node.Cases.UpgradeAsync(default);
    }

    public virtual Task DisposeAsync() => Node.DisposeAsync().AsTask();

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task A_check_in_is_handed_over_when_it_falls_due_and_not_before()
    {
        var checkIn = CheckIn("crisis_check_in", TimeSpan.FromDays(1));
        var handler = ScriptedHandler.Of(WorkKind.CheckIn, new DeliveryResult.Taken());
        await Node.EnqueueAsync(checkIn);

        await Node.DeliverAsync(handler);
        Assert.Empty(handler.Taken);
        Node.Clock.Advance(TimeSpan.FromDays(1));
        await Node.DeliverAsync(handler);

        var taken = Assert.IsType<CaseWork.CheckIn>(Assert.Single(handler.Taken));
        Assert.Equal((checkIn.Key, "crisis_check_in", "yes", checkIn.At), (taken.Key, taken.Name, taken.Values["hospital"], taken.At));
    }

    [Fact]
    public async Task A_check_in_that_is_withdrawn_does_not_happen()
    {
        var checkIn = CheckIn("did_it_help", TimeSpan.FromDays(1));
        var handler = ScriptedHandler.Of(WorkKind.CheckIn, new DeliveryResult.Taken());
        await Node.EnqueueAsync(checkIn);
        await Node.EnqueueAsync(new CaseWork.Withdraw(checkIn.Key));

        Node.Clock.Advance(TimeSpan.FromDays(2));
        await Node.DeliverAsync(handler);

        Assert.Empty(handler.Taken);
    }

    [Fact]
    public async Task A_check_in_for_next_week_does_not_hold_up_the_one_for_tomorrow()
    {
        var handler = ScriptedHandler.Of(WorkKind.CheckIn, new DeliveryResult.Taken());
        await Node.EnqueueAsync(CheckIn("next week", TimeSpan.FromDays(7)));
        await Node.EnqueueAsync(CheckIn("tomorrow", TimeSpan.FromDays(1)));

        Node.Clock.Advance(TimeSpan.FromDays(1));
        await Node.DeliverAsync(handler);

        Assert.Equal("tomorrow", ((CaseWork.CheckIn)Assert.Single(handler.Taken)).Name);
    }

    [Fact]
    public async Task Work_of_one_case_keeps_its_order_when_the_first_fails()
    {
        var texts = Enumerable.Range(1, 3).Select(number => new CaseWork.SendText(Guid.NewGuid(), "c1", "+447700900123", $"part {number}")).ToList();
        foreach (var text in texts)
        {
            await Node.EnqueueAsync(text);
        }

        var tries = 0;
        var handler = new ScriptedHandler(WorkKind.Text, _ => Task.FromResult<DeliveryResult>(++tries == 1 ? new DeliveryResult.Failed("No answer.") : new DeliveryResult.Taken()));
        await Node.DeliverAsync(handler);
        Node.Clock.Advance(TimeSpan.FromSeconds(6));
        await Node.DeliverAsync(handler);

        Assert.Equal(["part 1", "part 1", "part 2", "part 3"], handler.Taken.Select(work => ((CaseWork.SendText)work).Text));
    }

    [Fact]
    public async Task Work_of_another_case_or_kind_does_not_wait_for_what_fails()
    {
        await Node.EnqueueAsync(new CaseWork.SendText(Guid.NewGuid(), "c1", "+447700900123", "stuck"));
        await Node.EnqueueAsync(new CaseWork.SendText(Guid.NewGuid(), "c2", "+447700900124", "free"));
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New() with { ConversationId = "c1" }));
        var texts = new ScriptedHandler(WorkKind.Text, work => Task.FromResult<DeliveryResult>(work.CaseKey == "c1" ? new DeliveryResult.Failed("No answer.") : new DeliveryResult.Taken()));
        var referrals = ScriptedHandler.Of(WorkKind.Referral, new DeliveryResult.Taken());

        await Node.DeliverAsync(texts, referrals);

        Assert.Equal((2, 1), (texts.Calls, referrals.Calls));
        Assert.Equal("c1", Assert.Single(await Node.Cases.StuckWorkAsync(default)).CaseKey);
    }

    [Fact]
    public async Task A_receiver_that_is_away_costs_no_tries()
    {
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var away = ScriptedHandler.Of(WorkKind.Referral, new DeliveryResult.Later("The case system is away.", TimeSpan.FromSeconds(30)));
        for (var round = 0; round < 50; round++)
        {
            await Node.DeliverAsync(away);
            Node.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var waiting = Assert.Single(await Node.Cases.StuckWorkAsync(default));
        Assert.Equal((50, 0, false), (away.Calls, waiting.Attempts, waiting.IsDead));
        await Node.DeliverAsync();
        Assert.Single(await Node.Cases.ReferralsAsync(10, default));
    }

    [Fact]
    public async Task A_referral_that_is_refused_is_laid_before_staff_at_once_and_sent_again_as_they_mended_it()
    {
        var referral = SampleReferral.New();
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(referral));
        await Node.DeliverAsync(ScriptedHandler.Of(WorkKind.Referral, new DeliveryResult.Refused("The date of birth is in the future.")));
        var refused = Assert.Single(await Node.Cases.StuckWorkAsync(default));
        Assert.Equal((true, "The date of birth is in the future."), (refused.IsDead, refused.Reason));

        Assert.True(await Node.Cases.SendAgainAsync(referral with { Person = referral.Person with { BornOn = new DateOnly(1946, 2, 4) } }, default));
        await Node.DeliverAsync();

        Assert.Equal(new DateOnly(1946, 2, 4), Assert.Single(await Node.Cases.ReferralsAsync(10, default)).Referral.Person.BornOn);
        Assert.False(await Node.Cases.SendAgainAsync(referral, default));
    }

    [Fact]
    public async Task A_damaged_row_is_laid_before_staff_with_what_to_do()
    {
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await Node.ExecuteAsync("UPDATE outbox SET payload = '{ broken'");
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));

        await Node.DeliverAsync();

        var damaged = Assert.Single(await Node.Cases.StuckWorkAsync(default));
        Assert.True(damaged.IsDead);
        Assert.Contains("back-up", damaged.Reason, StringComparison.Ordinal);
        Assert.Single(await Node.Cases.ReferralsAsync(10, default));
    }

    [Fact]
    public async Task How_long_work_waits_is_told_for_what_should_be_done_by_now_and_for_nothing_else()
    {
        Assert.Equal(OutboxState.Empty, await Node.Outbox.StateAsync(default));
        var asked = Node.Clock.GetUtcNow();
        await Node.EnqueueAsync(CheckIn("tomorrow", TimeSpan.FromDays(1)));
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var away = ScriptedHandler.Of(WorkKind.Referral, new DeliveryResult.Later("The case system is away.", TimeSpan.FromHours(1)));
        await Node.DeliverAsync(away);
        Node.Clock.Advance(TimeSpan.FromMinutes(10));

        // It is due in an hour; the person has been waiting for ten minutes.
        var late = await Node.Outbox.StateAsync(default);
        Assert.Equal((1, asked, TimeSpan.FromMinutes(10), 0), (late.Waiting, late.Since, late.Age(Node.Clock.GetUtcNow()), late.GivenUp));

        Node.Clock.Advance(TimeSpan.FromHours(1));
        await Node.DeliverAsync(ScriptedHandler.Of(WorkKind.Referral, new DeliveryResult.Refused("The date of birth is in the future.")));
        Assert.Equal(new OutboxState(0, null, 1), await Node.Outbox.StateAsync(default));
    }

    private CaseWork.CheckIn CheckIn(string name, TimeSpan after) =>
        new(Guid.NewGuid(), "c1", name, Node.Clock.GetUtcNow() + after, ImmutableDictionary<string, string>.Empty.Add("hospital", "yes"));
}

public sealed class OutboxOnPostgresTests : OutboxCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync() => StorageConnections.Postgres(await (await Testing.Postgres.PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}

public sealed class OutboxOnSqliteTests : OutboxCompliance, IDisposable
{
    private readonly SqliteFile file = new();

    public void Dispose() => file.Dispose();

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(file.Connections);
}
