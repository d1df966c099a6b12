using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

/// <summary>The years of <c>content/charging</c>.</summary>
internal static class ShippedYears
{
    public static ChargingYear Year2025 { get; } = Load("2025-26");

    public static ChargingYear Year2026 { get; } = Load("2026-27");

    public static string Text(string year) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "charging", $"{year}.yaml"));

    private static ChargingYear Load(string year) => ChargingYearLoader.Load($"charging/{year}.yaml", Text(year)).Table
        ?? throw new InvalidOperationException($"The charging year {year} that ships is not valid.");
}
