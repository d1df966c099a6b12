using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using YamlDotNet.Serialization;

namespace TransformingLives.Knowledge.Synonyms;

/// <summary>Reads <c>content/words/*.yaml</c>: groups of words that mean the same, kept by authors.</summary>
internal static class SynonymFiles
{
    /// <summary>The groups that can be used. A group that can't be is named and left out.</summary>
    public static SynonymGroups Load(string folder, List<KnowledgeProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            return SynonymGroups.None;
        }

        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            groups.AddRange(Read($"words/{Path.GetFileName(path)}", File.ReadAllText(path), taken, problems));
        }

        return new SynonymGroups(groups.ToImmutable());
    }

    /// <summary>The groups of one file.</summary>
    /// <param name="taken">Entries of the files before, as they are compared, with how they were written.</param>
    public static IEnumerable<ImmutableArray<string>> Read(string file, string text, Dictionary<string, string> taken, List<KnowledgeProblem> problems)
    {
        foreach (var group in YamlRecord.Read<WordsFile>(file, text, 1, problems)?.Same ?? [])
        {
            if (WrongWith(group, taken) is { } wrong)
            {
                problems.Add(new KnowledgeProblem(file, LineOf(text, group), "same", wrong));
            }
            else
            {
                ImmutableArray<string> entries = [.. group.Select(entry => entry.Trim()).DistinctBy(SynonymGroups.Compared)];
                foreach (var entry in entries)
                {
                    taken.Add(SynonymGroups.Compared(entry), entry);
                }

                yield return entries;
            }
        }
    }

    private static string? WrongWith(List<string> group, Dictionary<string, string> taken)
    {
        var compared = group.ConvertAll(SynonymGroups.Compared);
        if (compared.FindIndex(words => words.Length < 2) is var empty && empty >= 0)
        {
            return $"'{group[empty]}' is no word that could be looked for.";
        }

        if (compared.FindIndex(taken.ContainsKey) is var again && again >= 0)
        {
            return $"'{group[again]}' stands in another group already, as '{taken[compared[again]]}': a word can stand for one thing only.";
        }

        return compared.Distinct(StringComparer.Ordinal).Count() < 2 ? $"'{string.Join(", ", group)}' stands alone: a group has two entries or more that differ by more than their endings." : null;
    }

    private static int LineOf(string text, List<string> group) =>
        group.Count == 0 ? YamlRecord.LineOf(text, "same", 1) : Math.Max(1, Array.FindIndex(text.Split('\n'), line => line.Contains(string.Join(", ", group), StringComparison.Ordinal)) + 1);

    [YamlSerializable]
    internal sealed class WordsFile
    {
        public required List<List<string>> Same { get; init; }
    }
}
