using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;

namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>Asks the endpoint, by Semantic Kernel. It gives text and knows nothing of what it is for; nothing of it is ever carried out.</summary>
internal sealed class ModelClient : IDisposable
{
    private const int MostTokens = 700;
    private readonly HttpClient http;
    private readonly OpenAIChatCompletionService service;

    public ModelClient(LanguageModelOptions options)
    {
        http = new HttpClient(new BoundedAnswer { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) } }) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning disable SKEXP0010 // The overload that takes an endpoint is marked as experimental.
        service = new OpenAIChatCompletionService(options.Model, options.Endpoint!, options.Key.Length > 0 ? options.Key : "none", httpClient: http);
#pragma warning restore SKEXP0010
    }

    /// <summary>The answer, piece by piece as it comes.</summary>
    /// <exception cref="ModelTroubleException">The endpoint could not be reached, refused, or answered with something that is no chat.</exception>
    public async IAsyncEnumerable<string> StreamAsync(ModelRequest request, ModelUse use, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new ChatHistory(request.System);
        history.AddUserMessage(request.User);
        use.AddIn(request.System.Length + request.User.Length);
        await using var pieces = service.GetStreamingChatMessageContentsAsync(history, Settings(request), null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(pieces))
        {
            if (pieces.Current.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage told)
            {
                use.Told(told.InputTokenCount, told.OutputTokenCount);
            }

            if (pieces.Current.Content is { Length: > 0 } text)
            {
                use.AddOut(text.Length);
                yield return text;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static OpenAIPromptExecutionSettings Settings(ModelRequest request) => new()
    {
        Temperature = 0,
        MaxTokens = MostTokens,
#pragma warning disable SKEXP0010
        Seed = 1,
        ResponseFormat = request.Schema is { } schema ? ChatResponseFormat.CreateJsonSchemaFormat(request.Purpose, BinaryData.FromString(schema), jsonSchemaIsStrict: true) : null,
#pragma warning restore SKEXP0010
    };

    // Whatever a server can do wrong ends in one exception; what it said is not in it.
    private static async Task<bool> NextAsync(IAsyncEnumerator<StreamingChatMessageContent> pieces)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new ModelTroubleException(exception.GetType().Name);
        }
    }
}

/// <summary>What is asked.</summary>
/// <param name="Purpose">Id of the prompt.</param>
/// <param name="System">Instructions.</param>
/// <param name="User">Data, masked.</param>
internal sealed record ModelRequest(string Purpose, string System, string User)
{
    /// <summary>JSON schema that the answer has to fit; null for lines of text.</summary>
    public string? Schema { get; init; }
}

/// <summary>The endpoint failed. The message is the kind of failure, never what was sent or said.</summary>
internal sealed class ModelTroubleException(string kind) : Exception(kind);
