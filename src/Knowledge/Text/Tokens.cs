using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace TransformingLives.Knowledge.Text;

/// <summary>Words of a message as they are compared: lower case, apostrophes gone, txt-speak spelt out, endings off.</summary>
internal static partial class Tokens
{
    private static readonly FrozenDictionary<string, string> Spelt = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["u"] = "you", ["ur"] = "your", ["r"] = "are", ["pls"] = "please", ["plz"] = "please", ["thx"] = "thanks", ["cos"] = "because", ["coz"] = "because",
        ["cant"] = "cannot", ["wanna"] = "want", ["gonna"] = "going", ["wot"] = "what", ["abt"] = "about", ["appt"] = "appointment", ["b4"] = "before",
        ["dr"] = "doctor", ["hosp"] = "hospital", ["mum"] = "mother", ["mom"] = "mother", ["mam"] = "mother", ["mums"] = "mother", ["dad"] = "father", ["dads"] = "father",
        ["hubby"] = "husband", ["nan"] = "grandmother", ["nana"] = "grandmother", ["gran"] = "grandmother", ["grandad"] = "grandfather", ["tel"] = "telephone", ["phone"] = "telephone", ["fone"] = "telephone",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    [ThreadStatic]
    private static EnglishStemmer? stemmer;

    /// <summary>The words of a text, in order, endings on.</summary>
    public static string[] Words(string text) =>
#pragma warning disable CA1308 // Words are compared in lower case.
        [.. Word().Matches(text.ToLowerInvariant().Replace("’", "'", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal))
            .Select(match => Spelt.GetValueOrDefault(match.Value, match.Value))];
#pragma warning restore CA1308

    /// <summary>The words of a text with where they stand, apostrophes part of them, endings off ("mother's" is "mother").</summary>
    public static ImmutableArray<TextSpan> Spans(string text) =>
        [.. SpanOfWord().Matches(text).Select(match => new TextSpan(match.Index, match.Length, Stem(Joined(match.Value))))];

    /// <summary>A word without its ending (Snowball's English stemmer); numbers all look alike.</summary>
    public static string Stem(string word)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return "#";
        }

        stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

#pragma warning disable CA1308 // Words are compared in lower case.
    private static string Joined(string word)
    {
        var joined = word.Replace('’', '\'').ToLowerInvariant();
        var bare = (joined.EndsWith("'s", StringComparison.Ordinal) ? joined[..^2] : joined).Replace("'", "", StringComparison.Ordinal);
        return Spelt.GetValueOrDefault(bare, bare);
    }
#pragma warning restore CA1308

    [GeneratedRegex(@"\p{L}+(['’]\p{L}+)*|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex SpanOfWord();

    [GeneratedRegex(@"[\p{L}]+|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
