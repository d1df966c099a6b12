using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.Turns;

namespace TransformingLives.LanguageModel.Tests.Testing;

/// <summary>The real program on real content, with or without a model.</summary>
internal sealed class ModelCouncil(PlayedCouncil council, StoryClock clock) : IAsyncDisposable
{
    private static readonly string Index = Path.Combine(Path.GetTempPath(), "transforming-lives-test-index");

    /// <summary>The content of this repository, loaded once.</summary>
    public static readonly Lazy<Task<Surroundings>> Content = new(LoadAsync);

    /// <summary>The folder of that content.</summary>
    public static string ContentFolder => Folders.Find(null, Index).Content;

    public PlayedCouncil Played => council;

    public StoryClock Clock => clock;

    public ModelCalls Calls => council.Services.GetRequiredService<ModelCalls>();

    public static async Task<ModelCouncil> OpenAsync(ScriptedModel? model, TimeSpan? deadline = null, Func<LanguageModelOptions, LanguageModelOptions>? but = null)
    {
        var clock = new StoryClock();
        return new ModelCouncil(await PlayedCouncil.OpenAsync(await Content.Value, clock, CancellationToken.None, With(model, deadline, but)), clock);
    }

    /// <summary>Adds the model to a council that is played.</summary>
    public static Action<IServiceCollection>? With(ScriptedModel? model, TimeSpan? deadline = null, Func<LanguageModelOptions, LanguageModelOptions>? but = null)
    {
        var options = new LanguageModelOptions { Endpoint = model?.Endpoint, Model = "scripted", Key = "k", Deadline = deadline ?? TimeSpan.FromSeconds(20) };
        return model is null ? null : services => services.AddLanguageModel(but?.Invoke(options) ?? options);
    }

    public async Task<TurnResult> SayAsync(string conversation, string text, string channel = "web") =>
        (await council.Runner.RunAsync(new IncomingMessage(conversation, ConversationId.New(), channel, text, clock.GetUtcNow()), CancellationToken.None))!;

    /// <summary>Says the first thing of a new conversation.</summary>
    public async Task<TurnResult> AskAsync(string text, string channel = "web") =>
        await SayAsync((await council.Runner.StartAsync(channel, CancellationToken.None)).Id, text, channel);

    public ValueTask DisposeAsync() => council.DisposeAsync();

    private static async Task<Surroundings> LoadAsync()
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(ContentFolder, Index, null, CancellationToken.None);
        Assert.DoesNotContain(problems, problem => problem.IsError);
        await surroundings!.Knowledge.Ready;
        return surroundings;
    }
}
