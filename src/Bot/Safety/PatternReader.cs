using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>
/// Reads the phrases of authors: words parted by spaces; <c>a|b</c> either; <c>(a b|c d)</c> either phrase; <c>bleed*</c> a beginning; <c>the?</c> may be
/// left out; <c>@group</c> any of a word group; <c>..</c> up to two words between, <c>...</c> up to five.
/// </summary>
internal sealed class PatternReader(
    IReadOnlyDictionary<string, ImmutableArray<string>> groups,
    FrozenDictionary<string, ImmutableArray<string>> spellings)
{
    private const int DeepestGroup = 6;
    private readonly Dictionary<string, PatternStep> steps = new(StringComparer.Ordinal);

    /// <summary>Reads one phrase.</summary>
    /// <exception cref="FormatException">The phrase is empty, begins with a gap or names an unknown group.</exception>
    public Pattern Read(string text) => Read(text, 0);

    private Pattern Read(string text, int depth)
    {
        var words = Respell(Places(text.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal)));
        if (words.Count == 0 || words[0].StartsWith("..", StringComparison.Ordinal))
        {
            throw new FormatException($"\"{text}\" must begin with a word or a @group.");
        }

        return new Pattern(text, [.. words.Select(w => Step(w, depth))]);
    }

    // Parted by blanks, but not inside of brackets.
    private static string[] Places(string text)
    {
        var places = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (text[i] != ' ' || depth > 0))
            {
                depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
                continue;
            }

            if (i > start)
            {
                places.Add(text[start..i]);
            }

            start = i + 1;
        }

        return depth == 0 ? [.. places] : throw new FormatException($"\"{text}\" has a bracket that is not closed.");
    }

    // Rules are spelled as messages are, so that an author may write "I'm" or "I am".
    private List<string> Respell(string[] words)
    {
        var result = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && spellings.TryGetValue(words[i] + " " + words[i + 1], out var pair))
            {
                result.AddRange(pair);
                i++;
            }
            else if (spellings.TryGetValue(words[i], out var one))
            {
                result.AddRange(one);
            }
            else
            {
                result.Add(words[i]);
            }
        }

        return result;
    }

    private PatternStep Step(string word, int depth)
    {
        if (!steps.TryGetValue(word, out var step))
        {
            steps[word] = step = Make(word, depth);
        }

        return step;
    }

    private PatternStep Make(string word, int depth)
    {
        if (word is ".." or "...")
        {
            return new PatternStep { Gap = word.Length == 2 ? 2 : 5 };
        }

        var isOptional = word.EndsWith('?');
        var words = new HashSet<string>(StringComparer.Ordinal);
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        var phrases = new List<Pattern>();
        foreach (var choice in word.TrimEnd('?').Trim('(', ')').Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            Sort(choice, depth, words, prefixes, phrases);
        }

        return new PatternStep
        {
            Words = words.ToFrozenSet(StringComparer.Ordinal),
            Prefixes = [.. prefixes],
            Phrases = [.. phrases],
            IsOptional = isOptional,
        };
    }

    private void Sort(string choice, int depth, HashSet<string> words, HashSet<string> prefixes, List<Pattern> phrases)
    {
        if (choice.Contains(' ', StringComparison.Ordinal))
        {
            phrases.Add(Read(choice, depth + 1));
        }
        else if (choice.StartsWith('@'))
        {
            foreach (var member in Group(choice[1..], depth))
            {
                var single = Respell([.. member.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Split(' ')]);
                if (single.Count == 1 && !single[0].EndsWith('?'))
                {
                    foreach (var part in single[0].Split('|'))
                    {
                        Sort(part, depth + 1, words, prefixes, phrases);
                    }
                }
                else
                {
                    phrases.Add(Read(member, depth + 1));
                }
            }
        }
        else if (choice.EndsWith('*'))
        {
            prefixes.Add(choice.Length > 2 ? choice[..^1] : throw new FormatException($"\"{choice}\" is too short a beginning."));
        }
        else if (spellings.TryGetValue(choice, out var respelled) && respelled.Length > 1)
        {
            phrases.Add(Read(string.Join(' ', respelled), depth + 1));
        }
        else
        {
            words.Add(respelled.IsDefaultOrEmpty ? choice : respelled[0]);
        }
    }

    private ImmutableArray<string> Group(string name, int depth)
    {
        if (depth > DeepestGroup)
        {
            throw new FormatException($"The group @{name} is nested too deeply, or in itself.");
        }

        return groups.TryGetValue(name, out var members)
            ? members
            : throw new FormatException($"There is no word group @{name}.");
    }
}
