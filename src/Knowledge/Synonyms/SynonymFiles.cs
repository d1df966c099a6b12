using System.Collections.Immutable;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Util;
using TransformingLives.Knowledge.Content;
using YamlDotNet.Serialization;

namespace TransformingLives.Knowledge.Synonyms;

/// <summary>Reads <c>content/words/*.yaml</c>: groups of words that mean the same, kept by authors.</summary>
internal static class SynonymFiles
{
    /// <summary>The groups: every one has two entries or more.</summary>
    public static ImmutableArray<ImmutableArray<string>> Load(string folder, List<KnowledgeProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var (file, text) = ($"words/{Path.GetFileName(path)}", File.ReadAllText(path));
            foreach (var group in YamlRecord.Read<WordsFile>(file, text, 1, problems)?.Same ?? [])
            {
                if (group.Count < 2)
                {
                    problems.Add(new KnowledgeProblem(file, YamlRecord.LineOf(text, "same", 1), "same", $"'{string.Join(", ", group)}' stands alone: a group has two entries or more."));
                }
                else
                {
                    groups.Add([.. group]);
                }
            }
        }

        return groups.ToImmutable();
    }

    /// <summary>The map that the index uses: each entry of a group stands for the first of it, on both sides.</summary>
    public static SynonymMap? Map(ImmutableArray<ImmutableArray<string>> groups)
    {
        if (groups.IsEmpty)
        {
            return null;
        }

        var map = new SynonymMap.Builder(dedup: true);
        foreach (var group in groups)
        {
            foreach (var entry in group[1..])
            {
                map.Add(Chars(entry), Chars(group[0]), includeOrig: true);
            }
        }

        return map.Build();
    }

    private static CharsRef Chars(string entry) => SynonymMap.Builder.Join(entry.Split(' ', StringSplitOptions.RemoveEmptyEntries), new CharsRef());

    [YamlSerializable]
    internal sealed class WordsFile
    {
        public required List<List<string>> Same { get; init; }
    }
}
