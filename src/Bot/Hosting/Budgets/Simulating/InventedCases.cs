using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>Invented cases in the council's own patches (<c>docs/calibration.md</c>).</summary>
internal static class InventedCases
{
    public static IEnumerable<CalibrationCase> Make(RasTable table, CouncilSettings council, int count, int seed)
    {
        ImmutableArray<string> patches = [.. council.PatchByOutcode.Values.Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("all")];
        return SyntheticCases.Make(table, patches, count, seed);
    }
}
