using System.Diagnostics;
using System.Globalization;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Benchmarks;

/// <summary>A whole council, 20,000 cases, and 100 candidate tables, each with its groups. The goal is ten seconds.</summary>
internal static class CalibrationBenchmark
{
    private const int Cases = 20_000;
    private const double GoalSeconds = 10;

    public static int Run()
    {
        var clock = Stopwatch.StartNew();
        var load = new CaseLoad([.. SyntheticCases.Make(Shipped.Ras, ["East", "West", "South"], Cases, seed: 1)], Shipped.Ras, Shipped.Ras);
        var made = clock.Elapsed.TotalSeconds;
        var limit = Simulate.Run(load, Shipped.Ras, 0, 0).Yearly;
        clock.Restart();
        var found = SuggestTable.For(load, Shipped.Ras, limit, 10, progress: null, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Cases:#,##0} cases made and scored in {made:0.00} s; {found.Tried.Length} tables tried in {seconds:0.00} s, goal {GoalSeconds} s; £{found.Best!.Result.LeftOfToSpend:#,##0} of £{found.Best.Result.ToSpend:#,##0} left"));
        return seconds <= GoalSeconds ? 0 : 1;
    }
}
