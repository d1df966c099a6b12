using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Util;
using TransformingLives.Knowledge.Indexing;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Synonyms;

/// <summary>Groups of words that mean the same: each entry is read as the first of its group, whatever its endings.</summary>
internal sealed class SynonymGroups
{
    private readonly ImmutableArray<ImmutableArray<string>> groups;
    private readonly FrozenDictionary<string, (string[] Stems, string First)[]> byFirstStem;

    public SynonymGroups(ImmutableArray<ImmutableArray<string>> groups)
    {
        this.groups = groups;

        // The first of a group is among its own entries, so that what is inside it ("meals on wheels") is left alone.
        byFirstStem = groups
            .SelectMany(group => group.Select(entry => (Stems: Stems(entry), First: group[0])))
            .GroupBy(entry => entry.Stems[0], StringComparer.Ordinal)
            .ToFrozenDictionary(entries => entries.Key, entries => entries.OrderByDescending(entry => entry.Stems.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>No groups: every text is read as it stands.</summary>
    public static SynonymGroups None { get; } = new([]);

    /// <summary>How many groups there are.</summary>
    public int Count => groups.Length;

    /// <summary>An entry as it is compared: without endings, capitals and marks. Empty for one without a word.</summary>
    public static string Compared(string? entry) => string.Join(' ', Stems(entry ?? ""));

    /// <summary>A text as the council would put it: the longest entry at each place is replaced by the first of its group.</summary>
    public string Read(string text)
    {
        if (groups.IsEmpty)
        {
            return text;
        }

        var words = Tokens.Spans(text);
        StringBuilder? read = null;
        var done = 0;
        for (var at = 0; at < words.Length; at++)
        {
            if (EntryAt(words, at) is not { } entry)
            {
                continue;
            }

            var (start, last) = (words[at].Start, words[at + entry.Stems.Length - 1]);
            var end = last.Start + last.Length;
            if (Compared(text[start..end]) != Compared(entry.First))
            {
                read ??= new StringBuilder();
                read.Append(text, done, start - done).Append(entry.First);
                done = end;
            }

            at += entry.Stems.Length - 1;
        }

        return read is null ? text : read.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The map for the index: each entry stands for the first of its group, on both sides. Null where there are no groups.</summary>
    public SynonymMap? Map()
    {
        if (groups.IsEmpty)
        {
            return null;
        }

        var map = new SynonymMap.Builder(dedup: true);
        using var plain = new CareAnalyzer(null);
        foreach (var group in groups)
        {
            var first = plain.Terms(group[0]);
            foreach (var terms in group[1..].Select(plain.Terms).Where(terms => terms.Length > 0 && first.Length > 0 && !terms.SequenceEqual(first)))
            {
                map.Add(SynonymMap.Builder.Join(terms, new CharsRef()), SynonymMap.Builder.Join(first, new CharsRef()), includeOrig: true);
            }
        }

        return map.Build();
    }

    private (string[] Stems, string First)? EntryAt(ImmutableArray<TextSpan> words, int at)
    {
        foreach (var entry in byFirstStem.GetValueOrDefault(words[at].Stem) ?? [])
        {
            if (at + entry.Stems.Length <= words.Length && IsAt(words, at, entry.Stems))
            {
                return entry;
            }
        }

        return null;
    }

    private static bool IsAt(ImmutableArray<TextSpan> words, int at, string[] stems)
    {
        for (var i = 1; i < stems.Length; i++)
        {
            if (words[at + i].Stem != stems[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Stems(string entry) => [.. Tokens.Spans(entry).Select(word => word.Stem)];
}
