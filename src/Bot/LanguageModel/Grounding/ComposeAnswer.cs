using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TransformingLives.Bot.LanguageModel.Grounding;

/// <summary>Sentences that were found grounded, as an answer; nothing when too little is left of the plain one.</summary>
internal static class ComposeAnswer
{
    private const int Most = 8;

    /// <summary>Words that reach back to the sentence before.</summary>
    private static readonly FrozenSet<string> ReachingBack = (
        "it its they them their this that these those he his she her then but however so or otherwise instead both either each some most many not others such one also").Split(' ').ToFrozenSet();

    /// <summary>The answer in words; null to say the plain one.</summary>
    /// <param name="opening">A sentence that the council wrote for the beginning; may be empty.</param>
    /// <param name="said">The worded sentences with the source of each, in order.</param>
    /// <param name="sources">All that could be said.</param>
    public static string? Of(string opening, ImmutableArray<WordedSentence> said, ImmutableArray<SourceSentence> sources)
    {
        said = [.. said.DistinctBy(sentence => sentence.Source.Number).Take(Most)];
        for (var before = -1; before != said.Length;)
        {
            before = said.Length;
            said = [.. said.Where((sentence, index) => Stands(sentence.Source, index > 0 ? said[index - 1].Source : null, said, sources))];
        }

        var told = said.Select(sentence => sentence.Source.Number).ToHashSet();
        var isWhole = said.Any(sentence => sentence.Source.IsPlain) && sources.All(source => !source.IsPlain || told.Contains(source.Number) || !source.Text.Any(char.IsDigit));
        return isWhole ? string.Join("\n\n", [.. opening.Length > 0 ? [opening] : Array.Empty<string>(), .. Paragraphs(said)]) : null;
    }

    // "It is free" needs what is free right before it. "You can have it" is not said without the "But only if" behind it.
    private static bool Stands(SourceSentence source, SourceSentence? before, ImmutableArray<WordedSentence> said, ImmutableArray<SourceSentence> sources)
    {
        var previous = sources.FirstOrDefault(other => other.Number == source.Number - 1 && other.Section == source.Section);
        var next = sources.FirstOrDefault(other => other.Number == source.Number + 1 && other.Section == source.Section);
        return (!ReachesBack(source) || (previous is not null && before?.Number == previous.Number))
            && (next is null || !ReachesBack(next) || !SentenceWords.Of(next.Text, []).IsWhole || said.Any(sentence => sentence.Source.Number == next.Number));
    }

    private static bool ReachesBack(SourceSentence source) => ReachingBack.Contains(SentenceWords.Written(source.Text).FirstOrDefault()?.ToLowerInvariant() ?? "");

    private static IEnumerable<string> Paragraphs(ImmutableArray<WordedSentence> said)
    {
        var paragraph = new List<string>();
        var section = -1;
        foreach (var sentence in said)
        {
            if (paragraph.Count > 0 && (sentence.Source.Section != section || paragraph.Count == 3))
            {
                yield return string.Join(' ', paragraph);
                paragraph.Clear();
            }

            paragraph.Add(sentence.Text);
            section = sentence.Source.Section;
        }

        if (paragraph.Count > 0)
        {
            yield return string.Join(' ', paragraph);
        }
    }
}

/// <summary>A sentence as it was worded, and the one that says it.</summary>
internal sealed record WordedSentence(string Text, SourceSentence Source);
