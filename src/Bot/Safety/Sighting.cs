using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>A rule that matched.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Match">The words.</param>
/// <param name="IsCancelled">It is denied, over, or said of a film, a course, a what-if.</param>
internal sealed record Sighting(SafetyRule Rule, PatternMatch Match, bool IsCancelled)
{
    public Concern ToConcern(string text, ImmutableArray<SafetyToken> tokens) =>
        new(Rule.Kind, Rule.Id, text[tokens[Match.Start].Start..tokens[Match.Last].End]);
}
