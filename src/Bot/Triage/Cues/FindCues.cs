using System.Collections.Immutable;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Cues;

/// <summary>The cues in a message, each with the sentence it stands in.</summary>
internal static class FindCues
{
    private const int DenialReach = 4;

    /// <summary>In the order of the table. What is denied ("I don't need help with washing") is none.</summary>
    public static ImmutableArray<(Cue Cue, string Words)> In(string text, CueTable table, SafetyRules rules)
    {
        var tokens = SafetyTokens.Of(text, rules);
        if (tokens.IsEmpty)
        {
            return [];
        }

        var matches = table.Index.Find(tokens);
        var found = ImmutableArray.CreateBuilder<(Cue, string)>();
        foreach (var cue in table.Cues)
        {
            if (!cue.With.IsEmpty && !cue.With.Any(pattern => matches.Of(pattern).Count > 0))
            {
                continue;
            }

            if (cue.Says.SelectMany(matches.Of).Cast<PatternMatch?>().FirstOrDefault(match => Stands(cue, match!.Value, tokens, matches, rules)) is { } stands)
            {
                found.Add((cue, Sentence(text, tokens, stands)));
            }
        }

        return found.ToImmutable();
    }

    private static bool Stands(Cue cue, PatternMatch match, ImmutableArray<SafetyToken> tokens, PatternMatches matches, SafetyRules rules) =>
        (cue.StandsDenied || !IsDenied(match, tokens, rules))
        && !cue.Unless.Any(pattern => matches.Of(pattern).Any(other => tokens[other.Start].Sentence == tokens[match.Start].Sentence));

    private static bool IsDenied(PatternMatch match, ImmutableArray<SafetyToken> tokens, SafetyRules rules)
    {
        for (var i = match.Start; i <= match.Last; i++)
        {
            if (rules.Negators.Contains(tokens[i].Word))
            {
                return false;
            }
        }

        for (var i = match.Start - 1; i >= 0 && i >= match.Start - DenialReach && tokens[i].Clause == tokens[match.Start].Clause; i--)
        {
            if (rules.Negators.Contains(tokens[i].Word))
            {
                return true;
            }
        }

        return false;
    }

    private static string Sentence(string text, ImmutableArray<SafetyToken> tokens, PatternMatch match)
    {
        var sentence = tokens[match.Start].Sentence;
        var last = tokens[match.Last].Sentence;
        var first = match.Start;
        while (first > 0 && tokens[first - 1].Sentence == sentence)
        {
            first--;
        }

        var end = match.Last;
        while (end + 1 < tokens.Length && tokens[end + 1].Sentence == last)
        {
            end++;
        }

        return text[tokens[first].Start..tokens[end].End];
    }
}
