using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>Where the rules see danger in a message.</summary>
internal static class Sightings
{
    private const int Nearby = 25;
    private const int NegationReach = 5;

    /// <summary>At most one sighting of each rule, in the order of the rules, one that stands before one that is cancelled.</summary>
    public static ImmutableArray<Sighting> In(ImmutableArray<SafetyToken> tokens, SafetyRules rules)
    {
        var matches = rules.Index.Find(WithoutIdioms(tokens, rules));
        return [.. rules.Rules.Select(rule => Best(rule, rules, tokens, matches)).OfType<Sighting>()];
    }

    private static ImmutableArray<SafetyToken> WithoutIdioms(ImmutableArray<SafetyToken> tokens, SafetyRules rules)
    {
        if (rules.IdiomIndex is null)
        {
            return tokens;
        }

        var found = rules.IdiomIndex.Find(tokens);
        var masked = tokens.ToBuilder();
        foreach (var match in rules.Idioms.SelectMany(found.Of))
        {
            for (var i = match.Start; i <= match.Last; i++)
            {
                masked[i] = masked[i] with { Word = "" };
            }
        }

        return masked.ToImmutable();
    }

    private static Sighting? Best(SafetyRule rule, SafetyRules rules, ImmutableArray<SafetyToken> tokens, PatternMatches matches)
    {
        Sighting? cancelled = null;
        foreach (var match in rule.Any.SelectMany(matches.Of))
        {
            if (!rule.All.All(pattern => matches.Of(pattern).Any(other => IsNear(other, match))) || AnyInSentence(rule.Unless, match, tokens, matches))
            {
                continue;
            }

            if ((rule.Stands.Contains(SafetyRule.Negation) || !IsNegated(match, tokens, rules)) && !IsFramed(rule, match, rules, tokens, matches))
            {
                return new Sighting(rule, match, IsCancelled: false);
            }

            cancelled ??= new Sighting(rule, match, IsCancelled: true);
        }

        return cancelled;
    }

    private static bool IsFramed(
        SafetyRule rule, PatternMatch match, SafetyRules rules, ImmutableArray<SafetyToken> tokens, PatternMatches matches) =>
        rules.Frames.Any(frame => frame.Cancels.Contains(rule.Kind)
            && !rule.Stands.Contains(frame.Id)
            && AnyInSentence(frame.Any, match, tokens, matches)
            && !AnyInSentence(frame.Unless, match, tokens, matches));

    private static bool AnyInSentence(
        ImmutableArray<Pattern> patterns, PatternMatch match, ImmutableArray<SafetyToken> tokens, PatternMatches matches) =>
        patterns.Any(p => matches.Of(p).Any(m =>
            IsNear(m, match) && tokens[m.Start].Sentence == tokens[match.Start].Sentence));

    private static bool IsNear(PatternMatch a, PatternMatch b) =>
        a.Start <= b.Last + Nearby && b.Start <= a.Last + Nearby;

    // "I am not going to hurt myself": a denial shortly before, in the same clause, with no new subject between.
    // A phrase that holds a denial ("can't breathe") means what it says.
    private static bool IsNegated(PatternMatch match, ImmutableArray<SafetyToken> tokens, SafetyRules rules)
    {
        for (var i = match.Start; i <= match.Last; i++)
        {
            if (rules.Negators.Contains(tokens[i].Word))
            {
                return false;
            }
        }

        for (var i = match.Start - 1; i >= 0 && i >= match.Start - NegationReach; i--)
        {
            if (tokens[i].Clause != tokens[match.Start].Clause)
            {
                return false;
            }

            if (rules.Negators.Contains(tokens[i].Word))
            {
                return true;
            }

            if (tokens[i].Word == "i")
            {
                return false;
            }
        }

        return false;
    }
}
