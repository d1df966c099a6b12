using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Knowledge.Spelling;

namespace TransformingLives.Bot.Safety;

/// <summary>All that the safety net knows, read from <c>content/safety</c>.</summary>
public sealed record SafetyRules
{
    /// <summary>All that they were read from: what is learnt with their help depends on it.</summary>
    internal string Source { get; init; } = "";

    /// <summary>Rules, in the order of the files.</summary>
    internal ImmutableArray<SafetyRule> Rules { get; init; } = [];

    /// <summary>What cancels them.</summary>
    internal ImmutableArray<SafetyFrame> Frames { get; init; } = [];

    /// <summary>Figures of speech: their words are not looked at.</summary>
    internal ImmutableArray<Pattern> Idioms { get; init; } = [];

    /// <summary>Spellings, one word or two, and what they stand for.</summary>
    internal FrozenDictionary<string, ImmutableArray<string>> Spellings { get; init; }
        = FrozenDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Puts slips of the finger in words of danger right; null for none.</summary>
    internal Vocabulary? Spelling { get; init; }

    /// <summary>Words that deny what follows them ("not", "never").</summary>
    internal FrozenSet<string> Negators { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words that begin a new clause ("and", "because").</summary>
    internal FrozenSet<string> Joiners { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Topics whose questions may be about danger (<c>lessons.yaml</c>).</summary>
    internal FrozenSet<string> DangerousTopics { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Finds figures of speech; null when there are none.</summary>
    internal PatternIndex? IdiomIndex { get; init; }

    /// <summary>Finds the patterns that can begin with a word.</summary>
    internal PatternIndex Index { get; init; } = new([]);

    /// <summary>Weighs what the rules see against all the words; null to go by the rules alone.</summary>
    internal SafetyJudgement? Judgement { get; init; }
}
