using System.Collections.Concurrent;
using TransformingLives.Bot.Hosting.Budgets.Simulating;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Desk.Calibration;

/// <summary>Tries tables beside the residents' turns: one at a time, and always behind them. The last few are kept in memory of this node, nothing is stored.</summary>
internal sealed partial class TableTrials(IHostApplicationLifetime lifetime, ILogger<TableTrials> logger)
{
    private const int Kept = 5;
    private readonly ConcurrentQueue<TableTrial> trials = new();
    private readonly Lock oneAtATime = new();

    /// <summary>Begins a trial.</summary>
    public TableTrial Start(TrialWish wish)
    {
        var trial = new TableTrial(Guid.NewGuid(), wish.About);
        trials.Enqueue(trial);
        while (trials.Count > Kept)
        {
            trials.TryDequeue(out _);
        }

        new Thread(() => Run(trial, wish)) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "table trial" }.Start();
        return trial;
    }

    public TableTrial? Find(Guid id) => trials.FirstOrDefault(trial => trial.Id == id);

    private void Run(TableTrial trial, TrialWish wish)
    {
        lock (oneAtATime)
        {
            try
            {
                trial.End(Simulated.Of(new CaseLoad(wish.Cases, wish.Table, wish.Before), wish.Table, wish.Before, wish.Budget, wish.Contingency, new Told(trial), lifetime.ApplicationStopping));
            }
            catch (OperationCanceledException)
            {
                trial.Fail();
            }
#pragma warning disable CA1031 // Nobody stands above this thread: an exception here would end the program for residents too.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                LogFailed(logger, trouble, trial.Id);
                trial.Fail();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Trial {Trial} of a table failed")]
    private static partial void LogFailed(ILogger logger, Exception trouble, Guid trial);

    // At once and on this thread: Progress<T> would post to the pool, out of order.
    private sealed class Told(TableTrial trial) : IProgress<int>
    {
        public void Report(int value) => trial.Tell(value);
    }
}
