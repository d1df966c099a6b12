using System.Collections.Immutable;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Kinds;

/// <summary>Everything the council can be asked for.</summary>
public sealed record ReferralKinds(ImmutableArray<ReferralKind> All)
{
    /// <summary>Nothing.</summary>
    public static ReferralKinds None { get; } = new([]);

    /// <summary>The kind of an id; null when there is none.</summary>
    public ReferralKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);

    /// <summary>What a topic leads to; null when it leads to nothing.</summary>
    public ReferralKind? ForTopic(string topic) => All.FirstOrDefault(kind => kind.IsOffered && kind.Topics.Contains(topic));

    /// <summary>The kinds that a message names.</summary>
    internal IEnumerable<ReferralKind> NamedIn(string text, SafetyRules rules)
    {
        var tokens = SafetyTokens.Of(text, rules);
        return tokens.IsEmpty ? [] : All.Where(kind => kind.IsNamedIn(tokens));
    }
}
