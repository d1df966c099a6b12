using System.Collections.Immutable;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>All that a simulation found.</summary>
/// <param name="Result">The table tried.</param>
/// <param name="Sensitivity">How far the spend moves.</param>
/// <param name="Suggestion">Curves that were tried.</param>
/// <param name="Table">The table.</param>
/// <param name="Before">What people have now where the cases don't say.</param>
internal sealed record Simulated(SimulationResult Result, ImmutableArray<SpendChange> Sensitivity, Suggestion Suggestion, RasTable Table, string Before)
{
    /// <summary>Tries a table on cases, and looks for one that meets the limit.</summary>
    /// <param name="load">The cases, scored.</param>
    /// <param name="table">The table to try.</param>
    /// <param name="before">What people have now where the cases don't say.</param>
    /// <param name="budget">Pounds a year.</param>
    /// <param name="contingency">Held back, in hundredths of the limit.</param>
    /// <param name="progress">Told how many curves have been tried; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Simulated Of(CaseLoad load, RasTable table, RasTable before, decimal budget, decimal contingency, IProgress<int>? progress, CancellationToken cancellationToken) => new(
        Simulate.Run(load, table, budget, contingency),
        CaseBridge.Ras.Calibration.Sensitivity.Of(load, table),
        SuggestTable.For(load, table, budget, contingency, progress, cancellationToken),
        table,
        $"{before.Id} {before.Version}");
}
