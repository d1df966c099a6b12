using System.Collections.Immutable;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

/// <summary>The table of <c>content/ras</c>, and answers written as points.</summary>
internal static class ShippedTable
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "ras", "tl-ras-v1.yaml"));

    public static RasTable Table { get; } = RasTableLoader.Load("ras/tl-ras-v1.yaml", Text).Table
        ?? throw new InvalidOperationException("The table that ships is not valid.");

    /// <summary>"12+10+…" in the table's order to levels; the first level that gives those points.</summary>
    public static ImmutableDictionary<string, int> Levels(string points) =>
        points.Split('+').Zip(Table.Areas).ToImmutableDictionary(
            pair => pair.Second.Code,
            pair => pair.Second.Levels.First(level => level.Points == int.Parse(pair.First)).Level);

    public static BudgetEstimate Estimate(IReadOnlyDictionary<string, int> levels) =>
        Assert.IsType<EstimateResult.Estimated>(EstimateBudget.For(Table, levels, new EstimateCircumstances { ReablementConsidered = true })).Estimate;
}
