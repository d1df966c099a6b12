using System.Collections.Immutable;
using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Safety;

/// <summary>Notices danger. Deterministic and pure; every message of every channel passes it before anything else.</summary>
public static class SafetyNet
{
    private const int DenialReach = 4;

    /// <summary>The dangers in a text, most urgent first, one of each kind.</summary>
    public static ImmutableArray<Concern> Screen(string text, SafetyRules rules)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        var clauses = Words.Clauses(text).Select(clause => WithoutSayings(clause, rules)).ToList();

        // Once more over sentence ends: speech recognition and haste put none, or put them anywhere.
        var whole = clauses.SelectMany(clause => clause).ToImmutableArray();
        var found = clauses.Append(whole).SelectMany(clause => In(clause, clause == whole, rules));
        return [.. found.GroupBy(concern => concern.Kind).OrderBy(group => group.Key).Select(group => group.First())];
    }

    /// <summary>As <see cref="Screen"/>, but a failure inside it counts as a concern and never as silence.</summary>
    public static ImmutableArray<Concern> ScreenSafely(string text, SafetyRules rules)
    {
        try
        {
            return Screen(text, rules);
        }
        catch (Exception)
        {
            return [new Concern(ConcernKind.UrgentCareNeed, "safety-net-failed", "")];
        }
    }

    private static IEnumerable<Concern> In(ImmutableArray<string> words, bool isWhole, SafetyRules rules)
    {
        var isPast = rules.Past.Any(past => past.Find(words) >= 0);
        foreach (var rule in rules.Rules)
        {
            if (isPast && !rule.HoldsWhenPast || rule.Unless.Any(unless => unless.Find(words) >= 0))
            {
                continue;
            }

            foreach (var pattern in rule.Any)
            {
                var at = pattern.Find(words);
                if (at >= 0 && (rule.HoldsWhenDenied || !IsDenied(words, at, rules)))
                {
                    yield return new Concern(rule.Kind, rule.Id, string.Join(' ', words.Skip(Math.Max(0, at - 3)).Take(16)));
                    break;
                }
            }
        }
    }

    private static bool IsDenied(ImmutableArray<string> words, int at, SafetyRules rules)
    {
        for (var i = Math.Max(0, at - DenialReach); i < at; i++)
        {
            if (rules.Denials.Contains(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> WithoutSayings(ImmutableArray<string> clause, SafetyRules rules)
    {
        foreach (var saying in rules.Sayings)
        {
            for (var at = saying.Find(clause); at >= 0; at = saying.Find(clause))
            {
                clause = clause.RemoveRange(at, Math.Min(saying.Slots.Length, clause.Length - at));
            }
        }

        return clause;
    }
}
