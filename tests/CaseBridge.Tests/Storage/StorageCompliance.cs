using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>What every storage engine must do, on a real database.</summary>
public abstract class StorageCompliance : IAsyncLifetime
{
    private CaseStorage node = null!;

    public async Task InitializeAsync()
    {
        node = new CaseStorage(await NewDatabaseAsync());
        await node.Cases.UpgradeAsync(default);
    }

    public abstract Task DisposeAsync();

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task Work_of_a_turn_that_was_not_committed_is_not_there()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()), commit: false);
        await node.Loop().DeliverDueAsync(default);
        Assert.Empty(await node.Cases.ReferralsAsync(10, default));
    }

    [Fact]
    public async Task A_referral_reaches_the_register_whole()
    {
        var referral = SampleReferral.New();
        await node.EnqueueAsync(new CaseWork.SubmitReferral(referral));
        await node.Loop().DeliverDueAsync(default);
        var found = await node.Cases.FindReferralAsync(referral.Reference, default);
        Assert.Equal(ReferralJson.Write(referral), ReferralJson.Write(found!.Referral));
        Assert.Equal(("new", SampleReferral.Now), (found.Status, found.ReceivedAt));
        Assert.Empty(await node.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task The_same_work_twice_is_stored_and_delivered_once()
    {
        var work = new CaseWork.SubmitReferral(SampleReferral.New());
        await node.EnqueueAsync(work);
        await node.EnqueueAsync(work);
        var system = new ScriptedCaseSystem(_ => Task.FromResult<DeliveryResult>(new DeliveryResult.Taken()));
        await node.Loop(system).DeliverDueAsync(default);
        await node.EnqueueAsync(work);
        await node.Loop(system).DeliverDueAsync(default);
        Assert.Equal(1, system.Calls);
    }

    [Fact]
    public async Task Two_turns_that_ask_for_the_same_work_at_once_both_commit()
    {
        var work = new CaseWork.SubmitReferral(SampleReferral.New());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => node.EnqueueAsync(work))));
        await node.Loop().DeliverDueAsync(default);
        Assert.Single(await node.Cases.ReferralsAsync(10, default));
    }

    [Fact]
    public async Task A_register_that_has_it_already_takes_it_again_without_a_second_row()
    {
        var referral = SampleReferral.New();
        var alert = new CaseAlert(Guid.NewGuid(), "c1", "safeguarding", "he hits me", SampleReferral.Now);
        for (var time = 0; time < 2; time++)
        {
            Assert.IsType<DeliveryResult.Taken>(await node.Register.TakeAsync(new CaseWork.SubmitReferral(referral), default));
            Assert.IsType<DeliveryResult.Taken>(await node.Register.TakeAsync(new CaseWork.RaiseAlert(alert), default));
        }

        Assert.Single(await node.Cases.ReferralsAsync(10, default));
        Assert.Equal(alert, Assert.Single(await node.Cases.AlertsAsync(openOnly: true, default)).Alert);
    }

    [Fact]
    public async Task A_delivery_that_fails_waits_and_then_succeeds()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await node.Loop(ScriptedCaseSystem.Failing("The case system is closed.")).DeliverDueAsync(default);
        var stuck = Assert.Single(await node.Cases.StuckWorkAsync(default));
        Assert.Equal((1, "The case system is closed.", false), (stuck.Attempts, stuck.Reason, stuck.IsDead));

        await node.Loop().DeliverDueAsync(default);
        Assert.Empty(await node.Cases.ReferralsAsync(10, default));
        node.Clock.Advance(TimeSpan.FromSeconds(5));
        await node.Loop().DeliverDueAsync(default);
        Assert.Single(await node.Cases.ReferralsAsync(10, default));
        Assert.Empty(await node.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task A_lost_answer_is_tried_again_and_makes_no_second_referral()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var system = new ScriptedCaseSystem(async work =>
        {
            await node.Register.TakeAsync(work, default);
            throw new HttpRequestException("The connection was lost.");
        });
        await node.Loop(system).DeliverDueAsync(default);
        node.Clock.Advance(TimeSpan.FromSeconds(5));
        await node.Loop().DeliverDueAsync(default);
        Assert.Single(await node.Cases.ReferralsAsync(10, default));
        Assert.Empty(await node.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task After_the_last_try_staff_see_it_and_can_send_it_again()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var refusing = ScriptedCaseSystem.Failing("The date of birth is refused.");
        for (var round = 0; round < 20; round++)
        {
            await node.Loop(refusing).DeliverDueAsync(default);
            node.Clock.Advance(TimeSpan.FromHours(3));
        }

        var dead = Assert.Single(await node.Cases.StuckWorkAsync(default));
        Assert.Equal((7, 7, true, "The date of birth is refused."), (refusing.Calls, dead.Attempts, dead.IsDead, dead.Reason));
        await node.Cases.SendAgainAsync(dead.Key, default);
        await node.Loop().DeliverDueAsync(default);
        Assert.Single(await node.Cases.ReferralsAsync(10, default));
        Assert.Empty(await node.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_does_not_hold_up_the_others()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await node.ExecuteAsync("UPDATE outbox SET payload = '{ broken', created_at = 0");
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await node.Loop().DeliverDueAsync(default);
        Assert.Single(await node.Cases.ReferralsAsync(10, default));
        Assert.Single(await node.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task Leased_work_is_not_given_to_another_node_until_the_lease_runs_out()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        Assert.Single(await node.Outbox.LeaseAsync("one", 10, default));
        Assert.Empty(await node.Outbox.LeaseAsync("two", 10, default));
        node.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Single(await node.Outbox.LeaseAsync("two", 10, default));
    }

    [Fact]
    public async Task Of_many_nodes_that_look_at_once_each_piece_of_work_goes_to_one()
    {
        for (var i = 0; i < 5; i++)
        {
            await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        }

        var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(owner => Task.Run(() => node.Outbox.LeaseAsync($"node {owner}", 10, default))));
        var keys = leases.SelectMany(rows => rows).Select(row => row.WorkKey).ToList();
        Assert.Equal(keys.Distinct().Count(), keys.Count);
    }

    [Fact]
    public async Task A_slow_node_cannot_undo_what_a_quicker_one_delivered()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        var slow = Assert.Single(await node.Outbox.LeaseAsync("slow", 10, default));
        node.Clock.Advance(TimeSpan.FromSeconds(61));
        var quick = Assert.Single(await node.Outbox.LeaseAsync("quick", 10, default));
        await node.Outbox.FailedAsync(slow, "too late", default);
        await node.Outbox.DeliveredAsync(quick, default);
        await node.Outbox.FailedAsync(slow, "too late", default);
        Assert.Empty(await node.Cases.StuckWorkAsync(default));
        node.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await node.Outbox.LeaseAsync("quick", 10, default));
    }

    [Fact]
    public async Task Referrals_come_most_urgent_first()
    {
        foreach (var priority in new[] { "P3", "P1", "P2" })
        {
            await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New(priority)));
        }

        await node.Loop().DeliverDueAsync(default);
        Assert.Equal(["P1", "P2", "P3"], (await node.Cases.ReferralsAsync(10, default)).Select(found => found.Referral.Outcome!.Priority));
    }

    [Fact]
    public async Task An_alert_is_taken_by_one_officer_only()
    {
        var alert = new CaseAlert(Guid.NewGuid(), "c1", "carer_breakdown", "I can't go on", SampleReferral.Now);
        await node.EnqueueAsync(new CaseWork.RaiseAlert(alert));
        await node.Loop().DeliverDueAsync(default);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => node.Cases.TakeAlertAsync(alert.Id, $"officer {n}", default))));
        Assert.Single(taken, won => won);
        Assert.Empty(await node.Cases.AlertsAsync(openOnly: true, default));
        Assert.NotNull(Assert.Single(await node.Cases.AlertsAsync(openOnly: false, default)).TakenBy);
    }

    [Fact]
    public async Task Nodes_that_start_together_make_the_tables_once() =>
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => node.Cases.UpgradeAsync(default))));

    [Fact]
    public async Task A_newer_database_is_refused_and_left_as_it_is()
    {
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await node.ExecuteAsync("INSERT INTO schema_versions (area, version) VALUES ('cases', 9000)");
        var refused = await Assert.ThrowsAsync<SchemaTooNewException>(() => node.Cases.UpgradeAsync(default));
        Assert.Contains("9000", refused.Message, StringComparison.Ordinal);
        Assert.Single(await node.Outbox.LeaseAsync("one", 10, default));
    }
}
