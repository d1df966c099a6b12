using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Knowledge.Spelling;

namespace TransformingLives.Bot.Safety;

/// <summary>Reads the rules of <c>content/safety/</c>: word groups, spellings, idioms, frames and rules, over as many files as the authors like.</summary>
internal static class SafetyRulesLoader
{
    /// <param name="files">Path below <c>content/</c> and text of each file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The rules; null when one of the files has an error.</returns>
    public static SafetyRules? Load(IEnumerable<(string File, string Text)> files, List<ContentProblem> problems)
    {
        var before = problems.Count;
        var all = files.ToList();
        var roots = all.Select(file => ContentNode.Parse(file.File, file.Text, problems)).OfType<ContentNode>().ToList();
        var spellings = Map(roots, "spellings", (section, key) => [.. section.Text(key).Split(' ')]).ToFrozenDictionary(StringComparer.Ordinal);
        var reader = new SafetyRuleReader(new PatternReader(Map(roots, "groups", (section, key) => section.Words(key)), spellings));
        foreach (var root in roots)
        {
            reader.Read(root);
        }

        if (!reader.Rules.Any())
        {
            problems.Add(new ContentProblem("safety", 0, "rules", "There are no safety rules: no danger would be noticed."));
        }

        var rules = Assemble(roots, reader, spellings) with { Source = string.Join('\n', all.Select(file => file.Text)) };
        reader.ProveExamples(rules);
        foreach (var root in roots)
        {
            root.NoOtherFields();
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : rules;
    }

    private static SafetyRules Assemble(List<ContentNode> roots, SafetyRuleReader reader, FrozenDictionary<string, ImmutableArray<string>> spellings)
    {
        var patterns = reader.Rules.SelectMany(rule => rule.Any.Concat(rule.All).Concat(rule.Unless)).ToList();
        return new SafetyRules
        {
            Rules = [.. reader.Rules],
            Frames = [.. reader.Frames],
            Idioms = [.. reader.Idioms],
            Spellings = spellings,
            Spelling = new Vocabulary(patterns.SelectMany(pattern => pattern.WholeWords).Order(StringComparer.Ordinal)),
            Negators = Words(roots, "negators"),
            Joiners = Words(roots, "joiners"),
            IdiomIndex = new PatternIndex(reader.Idioms),
            Index = new PatternIndex(patterns.Concat(reader.Frames.SelectMany(frame => frame.Any.Concat(frame.Unless)))),
        };
    }

    private static Dictionary<string, ImmutableArray<string>> Map(List<ContentNode> roots, string field, Func<ContentNode, string, ImmutableArray<string>> value)
    {
        var map = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var section in roots.Select(root => root.Section(field)).OfType<ContentNode>())
        {
            foreach (var key in section.Fields.ToList())
            {
                map[key.ToLowerInvariant()] = value(section, key);
            }
        }

        return map;
    }

    private static FrozenSet<string> Words(List<ContentNode> roots, string field) =>
        roots.SelectMany(root => root.Words(field)).ToFrozenSet(StringComparer.Ordinal);
}
