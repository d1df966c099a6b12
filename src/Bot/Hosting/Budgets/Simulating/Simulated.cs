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
internal sealed record Simulated(SimulationResult Result, ImmutableArray<SpendChange> Sensitivity, Suggestion Suggestion, RasTable Table, string Before);
