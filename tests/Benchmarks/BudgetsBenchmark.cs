using System.Diagnostics;
using System.Globalization;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Benchmarks;

/// <summary>One million assessments, estimated and charged, on one thread. The goal is two seconds on one core.</summary>
internal static class BudgetsBenchmark
{
    private const int People = 1_000_000;
    private const int Runs = 5;
    private const double GoalSeconds = 2;

    public static int Run()
    {
        var prices = new RasPriceTable(Shipped.Ras);
        var charges = new ChargingTable(Shipped.Charging);
        var (levels, money) = Sample(prices);
        var best = double.MaxValue;
        for (var run = 1; run <= Runs; run++)
        {
            var memory = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var (weekly, paid) = All(prices, charges, levels, money);
            var seconds = clock.Elapsed.TotalSeconds;
            best = Math.Min(best, seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run}: {People:#,##0} assessments in {seconds:0.000} s, {GC.GetAllocatedBytesForCurrentThread() - memory} bytes; £{weekly:#,##0.00} a week, of which people pay £{paid:#,##0.00}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best {best:0.000} s, goal {GoalSeconds} s"));
        return best <= GoalSeconds ? 0 : 1;
    }

    private static (decimal Weekly, decimal Paid) All(RasPriceTable prices, ChargingTable charges, byte[] levels, MoneyFacts[] money)
    {
        var (weekly, paid) = (0m, 0m);
        for (var person = 0; person < People; person++)
        {
            var cost = prices.Weekly(prices.Points(levels.AsSpan(person * prices.Areas, prices.Areas)));
            weekly += cost;
            paid += charges.Charge(money[person], cost);
        }

        return (weekly, paid);
    }

    private static (byte[] Levels, MoneyFacts[] Money) Sample(RasPriceTable prices)
    {
        var random = new Random(20261124);
        var levels = new byte[People * prices.Areas];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (byte)random.Next(prices.Highest(i % prices.Areas) + 1);
        }

        var money = new MoneyFacts[People];
        for (var i = 0; i < People; i++)
        {
            money[i] = new MoneyFacts((AgeBand)random.Next(3), (MoneyFlags)random.Next(32), random.Next(20) == 0 ? 1 : 0, Pence(random, 450), Pence(random, 35_000), Pence(random, 60), Pence(random, 40));
        }

        return (levels, money);
    }

    private static decimal Pence(Random random, int most) => random.Next(most * 100) / 100m;
}
