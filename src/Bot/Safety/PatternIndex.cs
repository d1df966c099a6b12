using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>From a word to the patterns that can begin with it, so that a message is read once whatever the number of rules.</summary>
internal sealed class PatternIndex
{
    private readonly Dictionary<string, List<Pattern>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Pattern>> prefixes = new(StringComparer.Ordinal);

    private readonly int longestPrefix;

    /// <summary>Indexes patterns by their first words.</summary>
    public PatternIndex(IEnumerable<Pattern> patterns)
    {
        foreach (var pattern in patterns.Distinct(ReferenceEqualityComparer.Instance).Cast<Pattern>())
        {
            Add(pattern, pattern.Steps);
        }

        longestPrefix = prefixes.Keys.Select(prefix => prefix.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Every match in a message.</summary>
    public PatternMatches Find(ImmutableArray<SafetyToken> tokens)
    {
        var found = new PatternMatches();
        for (var start = 0; start < tokens.Length; start++)
        {
            var word = tokens[start].Word;
            Try(words, word, tokens, start, found);
            for (var length = 2; length <= Math.Min(word.Length, longestPrefix); length++)
            {
                Try(prefixes, word[..length], tokens, start, found);
            }
        }

        return found;
    }

    private static void Try(
        Dictionary<string, List<Pattern>> index, string key, ImmutableArray<SafetyToken> tokens, int start, PatternMatches found)
    {
        if (!index.TryGetValue(key, out var candidates))
        {
            return;
        }

        foreach (var pattern in candidates)
        {
            var length = pattern.Match(tokens, start);
            if (length > 0)
            {
                found.Add(pattern, start, length);
            }
        }
    }

    private void Add(Pattern pattern, ImmutableArray<PatternStep> steps)
    {
        foreach (var step in steps)
        {
            foreach (var word in step.Words)
            {
                Put(words, word, pattern);
            }

            foreach (var prefix in step.Prefixes)
            {
                Put(prefixes, prefix, pattern);
            }

            foreach (var phrase in step.Phrases)
            {
                Add(pattern, phrase.Steps);
            }

            if (!step.IsOptional)
            {
                return;
            }
        }
    }

    private static void Put(Dictionary<string, List<Pattern>> index, string key, Pattern pattern)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        if (list.Count == 0 || !ReferenceEquals(list[^1], pattern))
        {
            list.Add(pattern);
        }
    }
}
