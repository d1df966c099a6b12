using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>Invents cases to try a table on; how is written in <c>docs/calibration.md</c>. Nobody in them is real, and a table must be fitted on real ones before members see it.</summary>
public static class SyntheticCases
{
    private static readonly (string Name, double Share)[] AgeGroups = [("18 to 64", 0.34), ("65 to 84", 0.38), ("85 and over", 0.28)];

    // Shares of needs by age group, and how hard each need is on each of the twelve areas (1 is as hard as the person's need altogether).
    private static readonly Profile[] Profiles =
    [
        new("Physical", [0.34, 0.62, 0.58], [0.9, 1.1, 1.0, 1.1, 1.4, 1.2, 0.8, 0.5, 1.2, 0.8, 0.7, 0.2]),
        new("Memory and thinking", [0.02, 0.22, 0.32], [1.1, 1.1, 1.0, 1.1, 0.7, 1.3, 0.9, 0.3, 1.1, 1.0, 1.4, 0.0]),
        new("Learning disability", [0.38, 0.06, 0.01], [1.0, 0.8, 0.6, 0.6, 0.5, 1.3, 1.1, 1.6, 1.5, 0.6, 1.4, 0.2]),
        new("Mental health", [0.20, 0.06, 0.04], [0.8, 0.6, 0.2, 0.3, 0.3, 1.3, 1.5, 1.4, 1.3, 0.5, 0.8, 0.3]),
        new("Sensory", [0.06, 0.04, 0.05], [0.9, 0.4, 0.3, 0.4, 1.0, 1.1, 1.2, 0.8, 1.5, 0.2, 0.7, 0.1]),
    ];

    /// <summary>So many cases; the same seed gives the same cases.</summary>
    /// <param name="table">Gives the areas and their levels.</param>
    /// <param name="areas">Names of the council's patches.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Any number.</param>
    public static IEnumerable<CalibrationCase> Make(RasTable table, ImmutableArray<string> areas, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        var random = new Random(seed);
        var prices = new RasPriceTable(table);
        for (var number = 1; number <= count; number++)
        {
            var age = Pick(random, [.. AgeGroups.Select(group => group.Share)]);
            var profile = Profiles[Pick(random, [.. Profiles.Select(known => known.ShareByAge[age])])];
            var need = Severity(random, age);
            var levels = table.Areas.Select((area, at) => Level(random, area, need * profile.Weights[at % profile.Weights.Length])).ToArray();
            yield return new CalibrationCase($"S{number:000000}", AgeGroups[age].Name, profile.Name, areas[random.Next(areas.Length)], levels, Now(random, prices.Weekly(prices.Points(levels))));
        }
    }

    private static int Pick(Random random, double[] shares)
    {
        var at = random.NextDouble() * shares.Sum();
        for (var i = 0; i < shares.Length - 1; i++)
        {
            at -= shares[i];
            if (at < 0)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }

    // Most people need some help and few need a great deal; the oldest need a little more.
    private static double Severity(Random random, int age) => Math.Min(1, (Math.Pow(random.NextDouble(), 1.6) * 0.9) + (age == 2 ? 0.08 : 0));

    private static byte Level(Random random, RasArea area, double need)
    {
        var highest = area.Levels.Length - 1;
        return (byte)Math.Clamp((int)Math.Round((need * highest) + (Normal(random) * 0.7)), 0, highest);
    }

    // What support costs now follows need loosely: half of the cases within about a fifth of the price.
    private static decimal Now(Random random, decimal price) =>
        Math.Round(Math.Max(0, price * (decimal)Math.Exp(Normal(random) * 0.3) * 1.02m), 2, MidpointRounding.AwayFromZero);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed record Profile(string Name, double[] ShareByAge, double[] Weights);
}
