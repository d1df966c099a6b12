using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Records.Retention;

/// <summary>Asks for each day's round, in the small hours. Every node asks; the round is in the outbox once, and one node has it.</summary>
internal sealed partial class RemoveOldTimer(CouncilCases cases, SurroundingsSource surroundings, TimeProvider clock, ILogger<RemoveOldTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);
    private static readonly TimeOnly SmallHours = new(3, 0);

    /// <summary>Asks for today's round.</summary>
    public Task AskAsync()
    {
        var calendar = surroundings.At(clock.GetUtcNow()).Content.Calendar;
        var today = calendar.DayOf(clock.GetUtcNow());
        return cases.AddAsync(new CaseWork.RemoveOld(today, CouncilCalendar.FromLondon(today.ToDateTime(SmallHours))));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            try
            {
                await AskAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1030, LogLevel.Warning, "The day's removal of what is kept no longer could not be asked for ({Exception}); it is asked for again in some minutes.")]
    private static partial void LogFailed(ILogger logger, string exception);
}
