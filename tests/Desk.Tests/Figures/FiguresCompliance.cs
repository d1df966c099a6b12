using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;

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
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddConversations().AddCaseBridge(await NewDatabaseAsync()).AddSingleton<ReadFigures>().BuildServiceProvider();
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
