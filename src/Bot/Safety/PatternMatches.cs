namespace TransformingLives.Bot.Safety;

/// <summary>Where each pattern matched in one message.</summary>
internal sealed class PatternMatches
{
    private readonly Dictionary<Pattern, List<PatternMatch>> matches = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes a match.</summary>
    public void Add(Pattern pattern, int start, int length)
    {
        if (!matches.TryGetValue(pattern, out var list))
        {
            matches[pattern] = list = [];
        }

        if (list.Count == 0 || list[^1].Start != start)
        {
            list.Add(new PatternMatch(start, length));
        }
    }

    /// <summary>The matches of a pattern, in the order of the message.</summary>
    public IReadOnlyList<PatternMatch> Of(Pattern pattern) => matches.TryGetValue(pattern, out var list) ? list : [];
}
