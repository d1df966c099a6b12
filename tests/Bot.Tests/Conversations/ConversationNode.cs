using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Tests.Conversations;

/// <summary>One node's store of conversations on a real database.</summary>
internal sealed class ConversationNode : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public ConversationNode(StorageConnections connections, FakeTimeProvider clock) => services = new ServiceCollection().AddLogging()
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton<ConversationStore>()
        .AddSingleton<IHandoffDesk, BuiltInDesk>()
        .AddSingleton<DeskQueue>()
        .AddCaseBridge(connections)
        .BuildServiceProvider();

    public ConversationStore Store => services.GetRequiredService<ConversationStore>();

    public DeskQueue Queue => services.GetRequiredService<DeskQueue>();

    public CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    public static StoredTurn Turn(Conversation before, string text, string? key = null, params CaseWork[] work) => new(
        new IncomingMessage(before.Id, key ?? text, "web", text, default),
        before.Version,
        before with { Misses = before.Misses + 1 },
        [Say($"You said {text}."), Say("Go on.")],
        [.. work],
        "asked");

    public static Reply Say(string text) => new() { Text = text };

    public async Task UpgradeAsync()
    {
        await Cases.UpgradeAsync(CancellationToken.None);
        await Store.UpgradeAsync(CancellationToken.None);
    }

    public async Task<Conversation> BeginAsync(DateTimeOffset at)
    {
        var conversation = new Conversation { Id = ConversationId.New(), Channel = "web", StartedAt = at };
        await Store.AddAsync(conversation, [Say("Hello.")], CancellationToken.None);
        return conversation;
    }

    public async Task<string[]> SaidAsync(string conversation) =>
        [.. (await Store.ReadLogAsync(conversation, 0, CancellationToken.None)).Select(entry => $"{entry.Sequence} {entry.Who}: {entry.Text}")];

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
