using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Tests.Conversations;

/// <summary>What the store of conversations must do on every engine.</summary>
public abstract class ConversationStoreCompliance : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private StorageConnections connections = null!;
    private readonly List<ConversationNode> nodes = [];

    private ConversationNode First => nodes[0];

    public async Task InitializeAsync()
    {
        connections = await NewDatabaseAsync();
        await AnotherNode().UpgradeAsync();
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var started in nodes)
        {
            await started.DisposeAsync();
        }
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    private ConversationNode AnotherNode()
    {
        nodes.Add(new ConversationNode(connections, clock));
        return nodes[^1];
    }

    [Fact]
    public async Task A_turn_is_stored_whole()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());
        var alert = new CaseAlert(Guid.NewGuid(), conversation.Id, "safeguarding", "he hits me", clock.GetUtcNow());

        var stored = await First.Store.CommitAsync(ConversationNode.Turn(conversation, "he hits me", work: new CaseWork.RaiseAlert(alert)), clock.GetUtcNow(), default);

        Assert.Equal(new StoreResult.Stored(4), stored);
        Assert.Equal(["1 Assistant: Hello.", "2 Resident: he hits me", "3 Assistant: You said he hits me.", "4 Assistant: Go on."], await First.SaidAsync(conversation.Id));
        var found = await First.Store.FindAsync(conversation.Id, default);
        Assert.Equal((1, 1), (found!.Version, found.Misses));
        await First.Cases.DeliverDueAsync(default);
        Assert.Equal(alert, Assert.Single(await First.Cases.AlertsAsync(openOnly: true, default)).Alert);
    }

    [Fact]
    public async Task A_referral_takes_the_conversation_with_it_up_to_the_last_word()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());
        var id = Guid.NewGuid();
        var referral = new Referral
        {
            Id = id,
            Reference = CouncilCases.NewReference(id),
            ConversationId = conversation.Id,
            Kind = "needs_assessment",
            CreatedAt = clock.GetUtcNow(),
            Person = new ReferralPerson("Edna Jones", null, null, null, null, null, null, null),
        };

        await First.Store.CommitAsync(ConversationNode.Turn(conversation, "yes, send it", work: new CaseWork.SubmitReferral(referral)), clock.GetUtcNow(), default);
        await First.Cases.DeliverDueAsync(default);

        var found = await First.Cases.FindReferralAsync(referral.Reference, default);
        Assert.Equal(
            "assistant: Hello.|resident: yes, send it|assistant: You said yes, send it.|assistant: Go on.",
            string.Join('|', found!.Referral.Transcript.Select(line => $"{line.Who}: {line.Text}")));
    }

    [Fact]
    public async Task A_turn_decided_on_an_old_version_leaves_nothing_behind()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());
        await First.Store.CommitAsync(ConversationNode.Turn(conversation, "first"), clock.GetUtcNow(), default);
        var before = await First.SaidAsync(conversation.Id);
        var alert = new CaseAlert(Guid.NewGuid(), conversation.Id, "failed", "late", clock.GetUtcNow());

        var stored = await First.Store.CommitAsync(ConversationNode.Turn(conversation, "late", work: new CaseWork.RaiseAlert(alert)), clock.GetUtcNow(), default);

        Assert.Equal(new StoreResult.Conflict(), stored);
        Assert.Equal(before, await First.SaidAsync(conversation.Id));
        await First.Cases.DeliverDueAsync(default);
        Assert.Empty(await First.Cases.AlertsAsync(openOnly: false, default));
    }

    [Fact]
    public async Task A_message_with_a_key_that_was_answered_is_not_stored_again_and_its_answer_is_found()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());
        await First.Store.CommitAsync(ConversationNode.Turn(conversation, "hello", key: "k1"), clock.GetUtcNow(), default);
        await First.Store.CommitAsync(ConversationNode.Turn(conversation with { Version = 1 }, "again", key: "k2"), clock.GetUtcNow(), default);

        var stored = await First.Store.CommitAsync(ConversationNode.Turn(conversation with { Version = 2 }, "hello", key: "k1"), clock.GetUtcNow(), default);

        Assert.Equal(new StoreResult.Conflict(), stored);
        var earlier = await First.Store.FindTurnAsync(conversation.Id, "k1", default);
        Assert.Equal(("asked", 4L, "You said hello.|Go on."), (earlier!.Ending, earlier.LastSequence, string.Join('|', earlier.Replies.Select(reply => reply.Text))));
        Assert.Null(await First.Store.FindTurnAsync(conversation.Id, "k3", default));
        Assert.Equal(7, (await First.SaidAsync(conversation.Id)).Length);
    }

    [Fact]
    public async Task Of_many_nodes_that_answer_at_once_one_wins_each_version()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());
        var other = AnotherNode();

        var stored = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() =>
            (number % 2 == 0 ? First : other).Store.CommitAsync(ConversationNode.Turn(conversation, $"message {number}"), clock.GetUtcNow(), default))));

        Assert.Single(stored, result => result is StoreResult.Stored);
        Assert.Equal(4, (await First.SaidAsync(conversation.Id)).Length);
    }

    [Fact]
    public async Task Times_do_not_go_back_along_a_log_when_the_clock_does()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());

        await First.Store.CommitAsync(ConversationNode.Turn(conversation, "earlier"), clock.GetUtcNow() - TimeSpan.FromHours(2), default);

        Assert.All(await First.Store.ReadLogAsync(conversation.Id, 0, default), entry => Assert.Equal(clock.GetUtcNow(), entry.At));
    }

    [Theory]
    [InlineData(0x0000, '\uFFFD')]
    [InlineData(0xD83D, '\uFFFD')]
    [InlineData('\'', '\'')]
    [InlineData('é', 'é')]
    public async Task Any_letter_can_be_kept(int said, char kept)
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());

        await First.Store.CommitAsync(ConversationNode.Turn(conversation, $"\U0001F600 {(char)said}"), clock.GetUtcNow(), default);

        var log = await First.Store.ReadLogAsync(conversation.Id, 1, default);
        Assert.Equal([$"\U0001F600 {kept}", $"You said \U0001F600 {kept}.", "Go on."], log.Select(entry => entry.Text));
        Assert.NotNull(await First.Store.FindTurnAsync(conversation.Id, $"\U0001F600 {(char)said}", default));
    }

    [Fact]
    public async Task A_log_is_read_from_where_the_listener_stands()
    {
        var conversation = await First.BeginAsync(clock.GetUtcNow());
        await First.Store.CommitAsync(ConversationNode.Turn(conversation, "hello"), clock.GetUtcNow(), default);

        Assert.Equal([3L, 4L], (await First.Store.ReadLogAsync(conversation.Id, 2, default)).Select(entry => entry.Sequence));
        Assert.Empty(await First.Store.ReadLogAsync(conversation.Id, 4, default));
    }
}
