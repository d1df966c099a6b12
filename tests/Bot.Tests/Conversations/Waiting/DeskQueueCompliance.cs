using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Tests.Conversations.Waiting;

/// <summary>What the queue must do on every engine.</summary>
public abstract class DeskQueueCompliance : IAsyncLifetime
{
    private static readonly Officer Priya = new("p.singh", "Priya Singh");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly List<ConversationNode> nodes = [];

    private ConversationNode Node => nodes[0];

    private DeskQueue Queue => Node.Queue;

    public async Task InitializeAsync()
    {
        nodes.Add(new ConversationNode(await NewDatabaseAsync(), clock));
        await Node.UpgradeAsync();
    }

    public virtual async Task DisposeAsync() => await Node.DisposeAsync();

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task Danger_comes_first_and_then_the_earliest_promise()
    {
        var late = await WaitsAsync("late", promise: 30);
        var soon = await WaitsAsync("soon", promise: 5);
        var danger = await WaitsAsync("danger", promise: 60, isDanger: true);

        Assert.Equal([danger.Id, soon.Id, late.Id], (await Queue.ReadAsync(default)).Select(entry => entry.ConversationId));
    }

    [Fact]
    public async Task A_conversation_leaves_the_queue_with_the_turn_that_ends_the_handover()
    {
        var conversation = await WaitsAsync("please", promise: 5);

        await CommitAsync(conversation with { Handover = null, Floor = Floor.Bot }, "never mind");

        Assert.Empty(await Queue.ReadAsync(default));
    }

    [Fact]
    public async Task A_takeover_lapses_when_its_officer_is_not_heard_of()
    {
        await TakenAsync();
        clock.Advance(DeskQueue.FirstLease - TimeSpan.FromSeconds(1));
        Assert.Empty(await Queue.LapsedAsync(default));

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Priya, Assert.Single(await Queue.LapsedAsync(default)).Officer);
    }

    [Fact]
    public async Task A_heartbeat_keeps_a_takeover_and_so_does_none_of_somebody_else()
    {
        var conversation = await TakenAsync();

        Assert.True(await Queue.RenewAsync(conversation.Id, Priya.Id, TimeSpan.FromSeconds(60)));
        Assert.False(await Queue.RenewAsync(conversation.Id, "t.okafor", TimeSpan.FromHours(1)));
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Single(await Queue.LapsedAsync(default));
    }

    [Fact]
    public async Task A_turn_in_between_leaves_the_lease_as_it_is()
    {
        var conversation = await TakenAsync();
        await Queue.RenewAsync(conversation.Id, Priya.Id, TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(30));
        await CommitAsync(conversation, "are you there?");

        clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Single(await Queue.LapsedAsync(default));
    }

    [Fact]
    public async Task How_long_people_waited_lately_is_the_median_of_the_last_hour()
    {
        Assert.Null(await Queue.LatelyWaitedAsync(default));
        foreach (var minutes in new[] { 2, 9, 3 })
        {
            await TakenAsync(minutes);
        }

        Assert.Equal(TimeSpan.FromMinutes(3), await Queue.LatelyWaitedAsync(default));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await Queue.LatelyWaitedAsync(default));
    }

    private async Task<Conversation> TakenAsync(int minutesWaited = 0)
    {
        var conversation = await WaitsAsync("please", promise: 5);
        clock.Advance(TimeSpan.FromMinutes(minutesWaited));
        return await CommitAsync(conversation with { Floor = Floor.Officer, Handover = conversation.Handover! with { Officer = Priya, JoinedAt = clock.GetUtcNow() } }, "joined");
    }

    private async Task<Conversation> WaitsAsync(string words, int promise, bool isDanger = false)
    {
        var now = clock.GetUtcNow();
        var handover = new Handover { Reason = "person_asked_for", Since = now, PromisedBy = now.AddMinutes(promise), IsDanger = isDanger, Words = words };
        return await CommitAsync(await Node.BeginAsync(now) with { Floor = Floor.Waiting, Handover = handover }, words);
    }

    private async Task<Conversation> CommitAsync(Conversation after, string words)
    {
        var before = (await Node.Store.FindAsync(after.Id, default))!;
        var joins = after.Handover?.Officer is { } officer && before.Handover?.Officer is null ? new ConversationEvent.OfficerJoins(officer) : null;
        var turn = new StoredTurn(new IncomingMessage(after.Id, ConversationId.New(), "web", words, clock.GetUtcNow()), after.Version, after, [], [], "asked") { HandoverBefore = before.Handover, Event = joins };
        Assert.IsType<StoreResult.Stored>(await Node.Store.CommitAsync(turn, clock.GetUtcNow(), default));
        return (await Node.Store.FindAsync(after.Id, default))!;
    }
}
