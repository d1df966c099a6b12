using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Desk.Tests.Figures;

/// <summary>The figures, counted again from the bare log by somebody else's reckoning, on every engine.</summary>
public abstract class FiguresCompliance : IAsyncLifetime
{
    private const int Conversations = 120;
    private static readonly Officer Priya = new("p.singh", "Priya Singh");
    private static readonly ImmutableArray<string> Channels = ["web", "sms", "voice"];
    private static readonly ImmutableArray<string> Endings = [EndingIds.Answered, EndingIds.Asked, EndingIds.NotFound, EndingIds.OutOfScope, EndingIds.Unclear, EndingIds.HandedOver, EndingIds.PersonAskedFor, EndingIds.SmallTalk];
    private static readonly ImmutableArray<string> Topics = ["blue_badge", "meals", "telecare"];
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Random chance = new(20261123);
    private ServiceProvider services = null!;

    private ConversationStore Store => services.GetRequiredService<ConversationStore>();

    private CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    public async Task InitializeAsync()
    {
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddConversations().AddCaseBridge(await NewDatabaseAsync()).AddSingleton<ReadFigures>().AddSingleton<ReviewBook>().AddSingleton<AnswerVotes>().BuildServiceProvider();
        await Cases.UpgradeAsync(default);
        await Store.UpgradeAsync(default);
    }

    public virtual async Task DisposeAsync() => await services.DisposeAsync();

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task Every_number_is_what_the_log_says()
    {
        var talks = new List<Talk>();
        for (var i = 0; i < Conversations; i++)
        {
            talks.Add(await TalkAsync());
        }

        var figures = await services.GetRequiredService<ReadFigures>().OfAsync(FiguresPeriod.Of(28, clock.GetUtcNow()), default);
        var logs = await LogsAsync(talks);

        Assert.Equal(logs.Count(log => log.Endings.Length > 0), figures.Conversations.Length);
        Assert.Equal(logs.Sum(log => log.Endings.Length), figures.Conversations.Sum(counted => counted.Messages));
        Assert.Equal(logs.SelectMany(log => log.Endings).CountBy(ending => ending).OrderBy(pair => pair.Key), figures.Endings.OrderBy(pair => pair.Key));
        Assert.Equal(logs.Where(log => log.Endings.Length > 0).CountBy(log => log.Channel).OrderBy(pair => pair.Key), figures.Conversations.CountBy(counted => counted.Channel).OrderBy(pair => pair.Key));
        Assert.Equal(talks.SelectMany(talk => talk.Topics).CountBy(topic => topic).OrderBy(pair => pair.Key), figures.Topics.OrderBy(pair => pair.Key));
        Assert.Equal(logs.Count(log => log.HadOfficer), figures.Conversations.Count(counted => Went.Of(counted) == HowItWent.WithOfficer));
        Assert.Equal(
            logs.Count(log => !log.HadOfficer && log.Endings.Contains(EndingIds.Answered) && !log.Endings.Contains(EndingIds.HandedOver) && !log.Endings.Contains(EndingIds.PersonAskedFor) && log.Endings[^1] is not (EndingIds.NotFound or EndingIds.Unclear)),
            figures.Conversations.Count(counted => Went.Of(counted) == HowItWent.AnsweredAlone));
        Assert.Equal(talks.Where(talk => talk.Waited is not null).Select(talk => talk.Waited!.Value).Order(), figures.Waits.Select(wait => wait.Waited).Order());
        Assert.Equal(talks.Count(talk => talk.Waited is not null), figures.WrapUps.Values.Sum());
    }

    [Fact]
    public async Task First_contact_drop_off_patches_and_votes_are_what_the_log_says()
    {
        var began = clock.GetUtcNow();
        for (var i = 0; i < Conversations / 2; i++)
        {
            await ReturningTalkAsync();
        }

        clock.Advance(TimeSpan.FromDays(31));
        var period = FiguresPeriod.Of(7, clock.GetUtcNow());
        period = period with { From = began.AddDays(28).AddHours(-1), Until = clock.GetUtcNow().AddDays(60) };
        var figures = await services.GetRequiredService<ReadFigures>().OfAsync(period, default);
        var early = await services.GetRequiredService<ReadFigures>().OfAsync(period with { From = began.AddHours(-1) }, default);

        // Somebody else's reckoning: the engine finds the breaks itself.
        const string cameBack = """
            SELECT COUNT(DISTINCT conversation_id) FROM (
                SELECT conversation_id, at, LAG(at) OVER (PARTITION BY conversation_id ORDER BY sequence) AS before, MIN(at) OVER (PARTITION BY conversation_id) AS began FROM conversation_log WHERE who = 0) AS said
            WHERE at - before >= 43200000 AND at - began <= 2419200000
            """;
        Assert.Equal(await NumberAsync("SELECT COUNT(DISTINCT conversation_id) FROM conversation_log WHERE who = 0"), figures.FirstContact.Conversations);
        Assert.Equal(figures.FirstContact.Conversations - await NumberAsync(cameBack), figures.FirstContact.Resolved);
        Assert.InRange(figures.FirstContact.Resolved, 1, figures.FirstContact.Conversations - 1);
        var states = await services.GetRequiredService<StorageConnections>().QuerySealedAsync("SELECT state, id FROM conversations", row => ConversationJson.ReadConversation(row.Open(0, SealedConversations.State(row.GetString(1)))), default);
        Assert.Equal(states.Where(state => state.OpenQuestion is not null).CountBy(state => state.OpenQuestion!).OrderBy(pair => pair.Key), early.Stopped.OrderBy(pair => pair.Key));
        Assert.Equal(states.Where(state => state.Place?.Patch is not null).CountBy(state => state.Place!.Patch!).OrderBy(pair => pair.Key), early.Patches.OrderBy(pair => pair.Key));
        Assert.Equal(states.SelectMany(state => state.Finished).CountBy(form => form).OrderBy(pair => pair.Key), early.Finished.OrderBy(pair => pair.Key));
        Assert.Equal((await NumberAsync("SELECT COUNT(*) FROM answer_votes WHERE helped = 1"), await NumberAsync("SELECT COUNT(*) FROM answer_votes WHERE helped = 0")), (early.Helped, early.NotHelped));
        Assert.True(early.Helped > 0 && early.NotHelped > 0 && early.Patches.Count > 1);
    }

    [Fact]
    public async Task What_began_before_the_time_or_after_it_is_left_out()
    {
        await TalkAsync(EndingIds.Answered);
        var period = FiguresPeriod.Of(7, clock.GetUtcNow());
        clock.SetUtcNow(period.Until);
        await TalkAsync(EndingIds.Answered);
        var read = services.GetRequiredService<ReadFigures>();

        Assert.Single((await read.OfAsync(period, default)).Conversations);
        Assert.Equal(2, (await read.OfAsync(FiguresPeriod.Of(7, clock.GetUtcNow()), default)).Conversations.Length);
        Assert.Empty((await read.OfAsync(period with { From = period.Until.AddDays(1), Until = period.Until.AddDays(2) }, default)).Conversations);
    }

    [Fact]
    public async Task Alerts_are_counted_with_the_time_until_somebody_took_them()
    {
        var alert = new CaseAlert(Guid.NewGuid(), ConversationId.New(), "safeguarding", "words", clock.GetUtcNow());
        await Cases.AddAsync(new CaseWork.RaiseAlert(alert));
        await Cases.AddAsync(new CaseWork.RaiseAlert(alert with { Id = Guid.NewGuid(), ConversationId = ConversationId.New() }));
        await Cases.DeliverDueAsync(default);
        clock.Advance(TimeSpan.FromSeconds(90));
        await Cases.TakeAlertAsync(alert.Id, "Priya Singh", default);

        var alerts = (await services.GetRequiredService<ReadFigures>().OfAsync(FiguresPeriod.Of(7, clock.GetUtcNow()), default)).Alerts;

        Assert.Equal([null, TimeSpan.FromSeconds(90)], alerts.Select(counted => counted.UntilTaken).Order());
    }

    /// <summary>A conversation as it may go: some say nothing, some ask for a person, some are taken over and closed.</summary>
    private async Task<Talk> TalkAsync(params string[] endings)
    {
        clock.Advance(TimeSpan.FromMinutes(chance.Next(1, 120)));
        var topics = Topics.Where(_ => chance.Next(3) == 0).ToImmutableArray();
        var conversation = new Conversation { Id = ConversationId.New(), Channel = Channels[chance.Next(Channels.Length)], StartedAt = clock.GetUtcNow(), Topics = topics };
        await Store.AddAsync(conversation, [], default);
        var said = endings.Length > 0 ? endings : [.. Enumerable.Range(0, chance.Next(5)).Select(_ => Endings[chance.Next(Endings.Length)])];
        foreach (var ending in said)
        {
            conversation = await CommitAsync(conversation, null, ending);
        }

        var waited = endings.Length == 0 && said.Length > 0 && chance.Next(4) == 0 ? TimeSpan.FromSeconds(chance.Next(5, 900)) : (TimeSpan?)null;
        if (waited is { } time)
        {
            await TakeOverAsync(conversation, time);
        }

        return new Talk(conversation.Id, conversation.Channel, topics, waited);
    }

    // Some come back after days, some after minutes, some not at all; some say whether the answer helped.
    private async Task ReturningTalkAsync()
    {
        var conversation = new Conversation
        {
            Id = ConversationId.New(),
            Channel = "web",
            StartedAt = clock.GetUtcNow(),
            OpenQuestion = chance.Next(3) switch { 0 => "where", 1 => "who_for", _ => null },
            Finished = chance.Next(2) == 0 ? ["first-conversation"] : [],
            Place = chance.Next(2) == 0 ? new Knowledge.Place("Ely", 52.4, 0.26, "CB7", true, chance.Next(2) == 0 ? "East patch" : "City patch", null, "Ely") : null,
        };
        await Store.AddAsync(conversation, [], default);
        for (var messages = chance.Next(1, 4); messages > 0; messages--)
        {
            var message = new IncomingMessage(conversation.Id, ConversationId.New(), "web", "words", clock.GetUtcNow());
            var stored = Assert.IsType<StoreResult.Stored>(await Store.CommitAsync(new StoredTurn(message, conversation.Version, conversation, [new Bot.Replies.Reply { Text = "An answer.", Guide = "meals" }], [], EndingIds.Answered), clock.GetUtcNow(), default));
            conversation = conversation with { Version = conversation.Version + 1 };
            if (chance.Next(2) == 0)
            {
                Assert.True(await services.GetRequiredService<AnswerVotes>().AddAsync(conversation.Id, stored.LastSequence, chance.Next(2) == 0, default));
            }

            clock.Advance(TimeSpan.FromMinutes(chance.Next(3) == 0 ? chance.Next(700, 1500) : 5));
        }
    }

    private async Task<int> NumberAsync(string sql) => (await services.GetRequiredService<StorageConnections>().QueryAsync(sql, row => (int)row.GetInt64(0), default))[0];

    private async Task TakeOverAsync(Conversation conversation, TimeSpan waited)
    {
        var since = clock.GetUtcNow();
        clock.Advance(waited);
        var joined = clock.GetUtcNow();
        var taken = conversation with
        {
            Floor = Floor.Officer,
            Handover = new Handover { Reason = "person_asked_for", Since = since, PromisedBy = joined, Officer = Priya, JoinedAt = joined },
        };
        taken = await CommitAsync(taken, new ConversationEvent.OfficerJoins(Priya), EndingIds.OfficerJoined);
        await CommitAsync(taken with { Handover = null, Floor = Floor.Bot }, new ConversationEvent.OfficerWrapsUp(Priya, "10", ""), EndingIds.WrappedUp, taken.Handover);
    }

    private async Task<Conversation> CommitAsync(Conversation after, ConversationEvent? what, string ending, Handover? before = null)
    {
        var message = new IncomingMessage(after.Id, ConversationId.New(), after.Channel, "words", clock.GetUtcNow());
        Assert.IsType<StoreResult.Stored>(await Store.CommitAsync(new StoredTurn(message, after.Version, after, [], [], ending) { Event = what, HandoverBefore = before }, clock.GetUtcNow(), default));
        return after with { Version = after.Version + 1 };
    }

    // The reckoning of somebody else: line by line, as the desk reads the log.
    private async Task<List<(string Channel, string[] Endings, bool HadOfficer)>> LogsAsync(IEnumerable<Talk> talks)
    {
        var endings = (await services.GetRequiredService<StorageConnections>().QueryAsync(
            "SELECT conversation_id, who, ending, event FROM conversation_log ORDER BY conversation_id, sequence",
            row => (Id: row.GetString(0), Who: row.GetInt32(1), Ending: row.IsDBNull(2) ? null : row.GetString(2), Event: row.IsDBNull(3) ? null : row.GetString(3)),
            default)).ToLookup(line => line.Id);
        return [.. talks.Select(talk => (talk.Channel, endings[talk.Id].Where(line => line.Who == (int)Speaker.Resident).Select(line => line.Ending!).ToArray(), endings[talk.Id].Any(line => line.Event == EndingIds.OfficerJoined)))];
    }

    private sealed record Talk(string Id, string Channel, ImmutableArray<string> Topics, TimeSpan? Waited);
}
