using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Officers;

/// <summary>A resident and two officers at one conversation.</summary>
internal sealed class DeskScene : IAsyncDisposable
{
    public static readonly Officer Priya = new("p.singh", "Priya Singh");
    public static readonly Officer Tom = new("t.okafor", "Tom Okafor");

    private DeskScene(TestCouncil council, string conversation)
    {
        Council = council;
        Id = conversation;
    }

    public TestCouncil Council { get; }

    public string Id { get; }

    public static async Task<DeskScene> OpenAsync(params string[] said)
    {
        var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        await council.SayAsync(conversation.Id, said);
        return new DeskScene(council, conversation.Id);
    }

    public static async Task<DeskScene> InTheMiddleOfAFormAsync(params string[] then) =>
        await OpenAsync(["I want some help with washing my mum", "Ely", "yes she knows", .. then]);

    public Task<TurnResult> SayAsync(params string[] messages) => Council.SayAsync(Id, messages);

    public Task<EventResult> HappenAsync(ConversationEvent what, string? key = null) =>
        Council.Runner.RunAsync(new IncomingEvent(Id, key ?? ConversationId.New(), what, Council.Clock.GetUtcNow()), CancellationToken.None);

    public Task<EventResult> JoinAsync(Officer officer) => HappenAsync(new ConversationEvent.OfficerJoins(officer));

    public Task<EventResult> WriteAsync(Officer officer, string words) => HappenAsync(new ConversationEvent.OfficerSays(officer, new Reply { Text = words }));

    public async Task<Conversation> NowAsync() => (await Council.Store.FindAsync(Id, CancellationToken.None))!;

    /// <summary>What the resident can see.</summary>
    public async Task<string> SeenAsync() => string.Join('\n', (await Council.Store.ReadLogAsync(Id, 0, CancellationToken.None)).Select(entry => entry.Text));

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
