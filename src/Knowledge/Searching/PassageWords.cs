using System.Collections.Frozen;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Searching;

/// <summary>BM25 over a collection small enough to score whole, and the neighbouring words that message and passage share.</summary>
/// <remarks>Lucene finds the best of many; the fusion needs the score of every passage, also of the worst.</remarks>
internal sealed class PassageWords
{
    private const float Saturation = 1.2f;
    private const float LengthCounts = 0.75f;
    private static readonly FrozenSet<string> Stop = "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with i my me we you your do does how what can am she her he his has have had been would could should"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Posting[]> words;
    private readonly FrozenDictionary<string, Posting[]> pairs;
    private readonly float[] lengths;

    public PassageWords(IEnumerable<string> texts)
    {
        var all = texts.Select(Stems).ToArray();
        var average = all.Length == 0 ? 1f : Math.Max(1f, (float)all.Average(stems => stems.Length));
        lengths = [.. all.Select(stems => stems.Length / average)];
        words = Postings(all);
        pairs = Postings([.. all.Select(Pairs)]);
    }

    /// <summary>BM25 of each passage for the words of a text; a word said twice counts twice.</summary>
    public float[] Score(string text)
    {
        var scores = new float[lengths.Length];
        foreach (var word in Stems(text).CountBy(word => word, StringComparer.Ordinal))
        {
            if (words.TryGetValue(word.Key, out var postings))
            {
                var rarity = word.Value * Rarity(postings.Length);
                foreach (var (passage, count) in postings)
                {
                    scores[passage] += rarity * count * (Saturation + 1) / (count + Saturation * (1 - LengthCounts + LengthCounts * lengths[passage]));
                }
            }
        }

        return scores;
    }

    /// <summary>Rarity of the pairs of neighbouring words that each passage shares with a text.</summary>
    public float[] ScorePairs(string text)
    {
        var scores = new float[lengths.Length];
        foreach (var pair in Pairs(Stems(text)).Distinct(StringComparer.Ordinal))
        {
            if (pairs.TryGetValue(pair, out var postings))
            {
                foreach (var (passage, _) in postings)
                {
                    scores[passage] += Rarity(postings.Length);
                }
            }
        }

        return scores;
    }

    private float Rarity(int passages) => MathF.Log(1 + (lengths.Length - passages + 0.5f) / (passages + 0.5f));

    private static string[] Stems(string text) => [.. Tokens.Words(text).Where(word => !Stop.Contains(word)).Select(Tokens.Stem)];

    private static string[] Pairs(string[] stems) => [.. stems.Zip(stems.Skip(1), (one, next) => $"{one} {next}")];

    private static FrozenDictionary<string, Posting[]> Postings(string[][] all) => all
        .SelectMany((terms, passage) => terms.CountBy(term => term, StringComparer.Ordinal).Select(pair => (Term: pair.Key, new Posting(passage, pair.Value))))
        .GroupBy(entry => entry.Term, entry => entry.Item2, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private readonly record struct Posting(int Passage, int Count);
}
