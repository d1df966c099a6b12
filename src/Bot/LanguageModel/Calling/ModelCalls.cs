using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>Records every call, without what was asked or said.</summary>
internal sealed class ModelCalls(DailyBudget budget, Action<ModelCall> keep, ModelMeter meter, ILogger<ModelCalls> logger)
{
    private const int Most = 200;
    private readonly ConcurrentQueue<ModelCall> lately = new();

    /// <summary>The last calls on this node, the newest first.</summary>
    public ImmutableArray<ModelCall> Lately => [.. lately.Reverse()];

    public void Add(ModelCall call)
    {
        budget.Add(call);
        keep(call);
        meter.Add(call);
        lately.Enqueue(call);
        while (lately.Count > Most && lately.TryDequeue(out _))
        {
        }

        ModelLog.Called(logger, call.Prompt, call.Verdict, call.Milliseconds, call.TokensIn, call.TokensOut, call.Kept, call.Dropped);
    }
}

/// <summary>What calls write to the log.</summary>
internal static partial class ModelLog
{
    [LoggerMessage(1901, LogLevel.Information, "Language model, {Prompt}: {Verdict} after {Milliseconds} ms, {TokensIn} tokens in, {TokensOut} out, {Kept} parts kept, {Dropped} dropped.")]
    public static partial void Called(ILogger logger, string prompt, ModelVerdict verdict, long milliseconds, int tokensIn, int tokensOut, int kept, int dropped);
}
