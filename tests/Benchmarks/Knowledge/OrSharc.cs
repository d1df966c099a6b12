using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.Searching;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>OR-ShARC (arXiv 2102.08633): a question with a situation, and the one rule text of 651 that answers it.</summary>
internal static class OrSharc
{
    private const int Looked = 20;

    public static void Run(string folder, BenchmarkMeaning meaning)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, "id2snippet.json")))!;
        ImmutableArray<PassageText> passages = [.. texts.Select(pair => new PassageText(pair.Key, "", pair.Value))];
        var asked = File.ReadLines(Path.Combine(folder, "open_retrieval_sharc_dev.json"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (Text: $"{line.GetProperty("question").GetString()} {line.GetProperty("scenario").GetString()}".Trim(), Question: line.GetProperty("question").GetString()!, Gold: line.GetProperty("gold_snippet_id").GetString()!))
            .ToList();
        Console.WriteLine($"OR-ShARC dev, {passages.Length} rule texts");
        foreach (var (name, search) in new[] { ("words alone", new PassageSearch(passages, null, null)), ("words and meaning", new PassageSearch(passages, meaning.Of, meaning.Of)) })
        {
            Score($"question with scenario, {name}", search, asked.Select(row => (row.Text, row.Gold)));
            Score($"question only, {name}", search, asked.Select(row => (row.Question, row.Gold)));
        }
    }

    private static void Score(string name, PassageSearch search, IEnumerable<(string Text, string Gold)> rows)
    {
        var ranks = rows.DistinctBy(row => row.Text).Select(row => Rank(search.Find(row.Text, Looked), row.Gold)).ToList();
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"  {name,-44} n {ranks.Count}  R@1 {Share(ranks, 1):0.000}  R@5 {Share(ranks, 5):0.000}  R@20 {Share(ranks, Looked):0.000}  MRR@10 {ranks.Average(rank => rank is >= 1 and <= 10 ? 1.0 / rank : 0):0.000}"));
    }

    private static int Rank(ImmutableArray<PassageHit> hits, string gold) => hits.Select(hit => hit.Passage.Id).ToList().IndexOf(gold) + 1;

    private static double Share(List<int> ranks, int within) => (double)ranks.Count(rank => rank >= 1 && rank <= within) / ranks.Count;
}
