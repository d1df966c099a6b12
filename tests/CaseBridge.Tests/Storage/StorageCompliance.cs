using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>What every storage engine must do, on a real database.</summary>
public abstract class StorageCompliance : IAsyncLifetime
{
    private readonly List<CaseStorage> nodes = [];

    private CaseStorage First => nodes[0];

    public async Task InitializeAsync()
    {
        nodes.Add(new CaseStorage(await NewDatabaseAsync()));
        await First.Cases.UpgradeAsync(default);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    private CaseStorage AnotherNode()
    {
        nodes.Add(new CaseStorage(First.Connections, First.Clock));
        return nodes[^1];
    }

    [Fact]
    public async Task Work_of_a_turn_that_was_not_committed_is_not_there()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => First.Commits.RunAsync<bool>("turn", async (session, token) =>
        {
            await First.Outbox.AddAsync(session, new CaseWork.SubmitReferral(SampleReferral.New()), token);
            throw new InvalidOperationException("The turn fails after its work was stored.");
        }));
        await First.DeliverAsync();
        Assert.Empty(await First.Cases.ReferralsAsync(10, default));
    }

    [Fact]
    public async Task A_referral_reaches_the_register_whole()
    {
        var referral = SampleReferral.New();
        await First.EnqueueAsync(new CaseWork.SubmitReferral(referral));
        await First.DeliverAsync();
        var found = await First.Cases.FindReferralAsync(referral.Reference, default);
        Assert.Equal(ReferralJson.Write(referral), ReferralJson.Write(found!.Referral));
        Assert.Equal(("new", SampleReferral.Now), (found.Status, found.ReceivedAt));
        Assert.Empty(await First.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task The_same_work_twice_is_stored_and_delivered_once()
    {
        var work = new CaseWork.SubmitReferral(SampleReferral.New());
        await First.EnqueueAsync(work);
        await First.EnqueueAsync(work);
        var system = new ScriptedHandler(WorkKind.Referral, _ => Task.FromResult<DeliveryResult>(new DeliveryResult.Taken()));
        await First.DeliverAsync(system);
        await First.EnqueueAsync(work);
        await First.DeliverAsync(system);
        Assert.Equal(1, system.Calls);
    }

    [Fact]
    public async Task Two_turns_that_ask_for_the_same_work_at_once_both_commit()
    {
        var work = new CaseWork.SubmitReferral(SampleReferral.New());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => First.EnqueueAsync(work))));
        await First.DeliverAsync();
        Assert.Single(await First.Cases.ReferralsAsync(10, default));
    }

    [Fact]
    public async Task A_register_that_has_it_already_takes_it_again_without_a_second_row()
    {
        var referral = SampleReferral.New();
        var alert = new CaseAlert(Guid.NewGuid(), "c1", "safeguarding", "he hits me", SampleReferral.Now);
        for (var time = 0; time < 2; time++)
        {
            await First.Register.AddAsync(referral);
            await First.Alerts.AddAsync(alert);
        }

        Assert.Single(await First.Cases.ReferralsAsync(10, default));
        Assert.Equal(alert, Assert.Single(await First.Cases.AlertsAsync(openOnly: true, default)).Alert);
    }

    [Fact]
    public async Task A_delivery_that_fails_waits_and_then_succeeds()
    {
        await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await First.DeliverAsync(ScriptedHandler.Failing("The case system is closed."));
        var stuck = Assert.Single(await First.Cases.StuckWorkAsync(default));
        Assert.Equal((1, "The case system is closed.", false), (stuck.Attempts, stuck.Reason, stuck.IsDead));

        await First.DeliverAsync();
        Assert.Empty(await First.Cases.ReferralsAsync(10, default));
        First.Clock.Advance(TimeSpan.FromSeconds(6));
        await First.DeliverAsync();
        Assert.Single(await First.Cases.ReferralsAsync(10, default));
        Assert.Empty(await First.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task A_lost_answer_is_tried_again_and_makes_no_second_referral()
    {
        await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var system = new ScriptedHandler(WorkKind.Referral, async work =>
        {
            await First.Register.AddAsync(((CaseWork.SubmitReferral)work).Referral);
            throw new HttpRequestException("The connection was lost.");
        });
        await First.DeliverAsync(system);
        First.Clock.Advance(TimeSpan.FromSeconds(6));
        await First.DeliverAsync();
        Assert.Single(await First.Cases.ReferralsAsync(10, default));
        Assert.Empty(await First.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task After_the_last_try_staff_see_it_and_can_send_it_again()
    {
        await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var refusing = ScriptedHandler.Failing("The date of birth is refused.");
        for (var round = 0; round < 20; round++)
        {
            await First.DeliverAsync(refusing);
            First.Clock.Advance(TimeSpan.FromHours(20));
        }

        var dead = Assert.Single(await First.Cases.StuckWorkAsync(default));
        Assert.Equal((10, 10, true, "The date of birth is refused."), (refusing.Calls, dead.Attempts, dead.IsDead, dead.Reason));
        await First.Cases.SendAgainAsync(dead.Key, default);
        await First.DeliverAsync();
        Assert.Single(await First.Cases.ReferralsAsync(10, default));
        Assert.Empty(await First.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task Leased_work_is_not_given_to_another_node_until_the_lease_runs_out()
    {
        await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        Assert.Single(await First.Outbox.LeaseAsync("one", 10, default));
        Assert.Empty(await First.Outbox.LeaseAsync("two", 10, default));
        First.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Single(await First.Outbox.LeaseAsync("two", 10, default));
    }

    [Fact]
    public async Task Of_many_nodes_that_look_at_once_each_piece_of_work_goes_to_one()
    {
        for (var i = 0; i < 5; i++)
        {
            await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        }

        var other = AnotherNode();
        var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(owner => Task.Run(() => (owner % 2 == 0 ? First : other).Outbox.LeaseAsync($"node {owner}", 10, default))));
        var keys = leases.SelectMany(rows => rows).Select(row => row.Key).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Distinct().Count(), keys.Count);
    }

    [Fact]
    public async Task A_slow_node_cannot_undo_what_a_quicker_one_delivered()
    {
        await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var slow = Assert.Single(await First.Outbox.LeaseAsync("slow", 10, default));
        First.Clock.Advance(TimeSpan.FromSeconds(61));
        var quick = Assert.Single(await First.Outbox.LeaseAsync("quick", 10, default));
        await First.Outbox.TryLaterAsync(slow, "too late", TimeSpan.Zero, counts: true);
        await First.Outbox.DeliveredAsync(quick, null);
        await First.Outbox.TryLaterAsync(slow, "too late", TimeSpan.Zero, counts: true);
        Assert.Empty(await First.Cases.StuckWorkAsync(default));
        First.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await First.Outbox.LeaseAsync("quick", 10, default));
    }

    [Fact]
    public async Task Referrals_come_most_urgent_first()
    {
        foreach (var priority in new[] { "P3", "P1", "P2" })
        {
            await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New(priority)));
        }

        await First.DeliverAsync();
        Assert.Equal(["P1", "P2", "P3"], (await First.Cases.ReferralsAsync(10, default)).Select(found => found.Referral.Outcome!.Priority));
    }

    [Fact]
    public async Task An_alert_is_taken_by_one_officer_only()
    {
        var alert = new CaseAlert(Guid.NewGuid(), "c1", "carer_breakdown", "I can't go on", SampleReferral.Now);
        await First.EnqueueAsync(new CaseWork.RaiseAlert(alert));
        await First.DeliverAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => First.Cases.TakeAlertAsync(alert.Id, $"officer {n}", default))));
        Assert.Single(taken, won => won);
        Assert.Empty(await First.Cases.AlertsAsync(openOnly: true, default));
        Assert.NotNull(Assert.Single(await First.Cases.AlertsAsync(openOnly: false, default)).TakenBy);
    }

    [Fact]
    public async Task Nodes_that_start_together_make_the_tables_once() =>
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => First.Cases.UpgradeAsync(default))));

    [Fact]
    public async Task A_newer_database_is_refused_and_left_as_it_is()
    {
        await First.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await First.ExecuteAsync("INSERT INTO schema_versions (area, version) VALUES ('cases', 9000)");
        var refused = await Assert.ThrowsAsync<SchemaTooNewException>(() => First.Cases.UpgradeAsync(default));
        Assert.Contains("9000", refused.Message, StringComparison.Ordinal);
        Assert.Single(await First.Outbox.LeaseAsync("one", 10, default));
    }
}
