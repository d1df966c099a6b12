using Polly;
using Polly.CircuitBreaker;

namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>Lets calls through while the model is switched on, within the day's budget and well; keeps each to its deadline; records all.</summary>
/// <param name="options">The settings.</param>
/// <param name="client">Found late: nothing is connected before the first call.</param>
/// <param name="budget">The day's budget.</param>
/// <param name="calls">Where calls are recorded.</param>
/// <param name="clock">The time.</param>
internal sealed class ModelGate(LanguageModelOptions options, Lazy<ModelClient> client, DailyBudget budget, ModelCalls calls, ModelSwitch power, ModelMeter meter, TimeProvider clock)
{
    // A deadline is the machine's own time, also where the clock of a story stands still.
    private static readonly TimeProvider Real = TimeProvider.System;

    private readonly ResiliencePipeline breaker = new ResiliencePipelineBuilder { TimeProvider = Real }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = options.BreakFor,
            ShouldHandle = new PredicateBuilder().Handle<ModelTroubleException>().Handle<TimeoutException>(),
        })
        .Build();

    /// <summary>It may be asked.</summary>
    public bool IsOn => power.IsOn;

    /// <summary>Asks, and reads what comes with <paramref name="read"/>; null where nothing came of it.</summary>
    /// <param name="prompt">Prompt and version.</param>
    /// <param name="request">What is asked; nothing personal is in it.</param>
    /// <param name="read">Reads the pieces as they come and judges them.</param>
    /// <param name="deadline">Cancelled when nobody waits any longer.</param>
    /// <param name="cancellationToken">Stops it all.</param>
    public async Task<T?> AskAsync<T>(string prompt, ModelRequest request, Func<IAsyncEnumerable<string>, Task<Judged<T>>> read, CancellationToken deadline, CancellationToken cancellationToken)
        where T : class
    {
        if (!power.IsOn || deadline.IsCancellationRequested)
        {
            return null;
        }

        var use = new ModelUse();
        var begun = Real.GetTimestamp();
        if (!budget.HasRoom())
        {
            calls.Add(Call(ModelVerdict.OverBudget, null));
            return null;
        }

        using var traced = meter.Begin();
        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
            var judged = await breaker.ExecuteAsync(async token => await InTimeAsync(read(client.Value.StreamAsync(request, use, token)), both.Token, cancellationToken), both.Token);
            calls.Add(Call(judged.Verdict, judged));
            return judged.Value;
        }
        catch (BrokenCircuitException)
        {
            calls.Add(Call(ModelVerdict.Resting, null));
        }
        catch (TimeoutException)
        {
            calls.Add(Call(ModelVerdict.Late, null));
        }
        catch (ModelTroubleException)
        {
            calls.Add(Call(ModelVerdict.Failed, null));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever was said that we can't read: a turn never fails for it.
            calls.Add(Call(ModelVerdict.Failed, null));
        }

        return null;

        ModelCall Call(ModelVerdict verdict, Judged<T>? judged) =>
            new(clock.GetUtcNow(), prompt, (long)Real.GetElapsedTime(begun).TotalMilliseconds, use.TokensIn, use.TokensOut, verdict) { Kept = judged?.Kept ?? 0, Dropped = judged?.Dropped ?? 0 };
    }

    // Nobody waits for a server that doesn't hear that we have stopped listening.
    private static async Task<T> InTimeAsync<T>(Task<T> reading, CancellationToken inTime, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.WaitAsync(inTime);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _ = reading.ContinueWith(late => _ = late.Exception, TaskScheduler.Default);
            throw new TimeoutException();
        }
    }
}

/// <summary>What was read of an answer, and what it was worth.</summary>
/// <param name="Value">What may be used; null for nothing.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Kept">Parts that were found grounded.</param>
/// <param name="Dropped">Parts that were not.</param>
internal sealed record Judged<T>(T? Value, ModelVerdict Verdict, int Kept, int Dropped)
    where T : class;
