using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>CheckList's pairs of questions (Ribeiro et al. 2020): alike in words, alike or not in meaning. Names the kinds that the sentence model gets wrong.</summary>
internal static class CheckListPairs
{
    private const double SameFrom = 0.85;
    private const int Worst = 5;

    public static void Run(string folder, BenchmarkMeaning meaning)
    {
        var rows = Read(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "qqp_mft.json"))).RootElement).ToList();
        var kinds = rows.GroupBy(row => row.Kind)
            .Select(group => (Kind: group.Key, Right: group.Average(row => (TensorPrimitives.Dot<float>(meaning.Of(row.One), meaning.Of(row.Other)) >= SameFrom) == row.Same ? 1.0 : 0)))
            .OrderBy(kind => kind.Right).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CheckList question pairs, {rows.Count} pairs of {kinds.Count} kinds, same from cosine {SameFrom}: right {kinds.Average(kind => kind.Right):0.000}; worst:"));
        foreach (var (kind, right) in kinds.Take(Worst))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {right:0.000}  {kind}"));
        }
    }

    private static IEnumerable<(string Kind, string One, string Other, bool Same)> Read(JsonElement root) =>
        from test in root.GetProperty("tests").EnumerateArray()
        from pair in test.GetProperty("pairs").EnumerateArray()
        select (test.GetProperty("test").GetString()!, pair.GetProperty("a").GetString()!, pair.GetProperty("b").GetString()!, pair.GetProperty("same").GetBoolean());
}
