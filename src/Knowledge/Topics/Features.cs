using System.Collections.Frozen;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Topics;

/// <summary>What a message is made of, as numbers: its words, pairs of words, and pieces of words, so that a slip of the finger leaves most of it.</summary>
internal sealed class Features
{
    private const int LongestWord = 40;

    private readonly string[] names;
    private readonly FrozenDictionary<string, int> numbers;
    private readonly float[] rarity;

    private Features(string[] names, float[] rarity)
    {
        this.names = names;
        numbers = names.Select((name, index) => KeyValuePair.Create(name, index)).ToFrozenDictionary(StringComparer.Ordinal);
        this.rarity = rarity;
    }

    public int Count => rarity.Length;

    /// <summary>Learns which features there are, and how rare each is, from all example texts.</summary>
    public static Features From(IEnumerable<string> texts)
    {
        var seenIn = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var text in texts)
        {
            total++;
            foreach (var name in Names(text).Select(pair => pair.Name).Distinct(StringComparer.Ordinal))
            {
                seenIn[name] = seenIn.GetValueOrDefault(name) + 1;
            }
        }

        // A pair or piece seen once says nothing that its words don't.
        var kept = seenIn.Where(pair => pair.Value > 1 || pair.Key[0] == 'w').OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return new Features([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => MathF.Log((1f + total) / (1f + pair.Value)) + 1f)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static Features Read(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        var rarity = new float[names.Length];
        for (var number = 0; number < names.Length; number++)
        {
            names[number] = reader.ReadString();
            rarity[number] = reader.ReadSingle();
        }

        return new Features(names, rarity);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(names.Length);
        for (var number = 0; number < names.Length; number++)
        {
            writer.Write(names[number]);
            writer.Write(rarity[number]);
        }
    }

    /// <summary>The features of a text, of length 1; empty when nothing in it is known.</summary>
    public (int Number, float Value)[] Of(string text)
    {
        var weights = new Dictionary<int, float>();
        foreach (var (name, weight) in Names(text))
        {
            if (numbers.TryGetValue(name, out var number))
            {
                weights[number] = Math.Max(weights.GetValueOrDefault(number), weight * rarity[number]);
            }
        }

        var length = MathF.Sqrt(weights.Values.Sum(value => value * value));
        return length == 0 ? [] : [.. weights.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value / length))];
    }

    private static IEnumerable<(string Name, float Weight)> Names(string text)
    {
        const float pairWeight = 0.8f;
        const float pieceWeight = 0.25f;
        var words = Tokens.Words(text);
        var before = "^";
        foreach (var word in words)
        {
            var stem = Tokens.Stem(word);
            yield return ($"w{stem}", 1f);
            yield return ($"p{before} {stem}", pairWeight);
            before = stem;
            var framed = $"<{(word.Length > LongestWord ? word[..LongestWord] : word)}>";
            for (var size = 3; size <= 5; size++)
            {
                for (var at = 0; at + size <= framed.Length; at++)
                {
                    yield return ($"c{framed.AsSpan(at, size)}", pieceWeight);
                }
            }
        }
    }
}
