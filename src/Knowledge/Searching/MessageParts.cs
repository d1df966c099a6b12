using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TransformingLives.Knowledge.Searching;

/// <summary>A message taken apart for searching: the whole of it, its sentences, and those that ask.</summary>
/// <param name="Whole">The message, cut to what a person says in a minute.</param>
/// <param name="Sentences">Its sentences, at most six: the last ones of a long story, for the wish comes at the end.</param>
/// <param name="Question">The sentences that ask; the whole where none does.</param>
internal sealed partial record MessageParts(string Whole, ImmutableArray<string> Sentences, string Question)
{
    private const int LongestMessage = 1200;
    private const int MostSentences = 6;
    private const int ShortestSentence = 8;

    public static MessageParts Of(string text)
    {
        var whole = text.Length > LongestMessage ? text[^LongestMessage..] : text;
        var sentences = SentencesOf(whole);
        var asking = sentences.Where(sentence => sentence.EndsWith('?')).ToArray();
        return new MessageParts(whole, [.. sentences.TakeLast(MostSentences)], asking.Length > 0 ? string.Join(' ', asking) : whole);
    }

    /// <summary>The sentences of a text, each list item one, without scraps.</summary>
    public static ImmutableArray<string> SentencesOf(string text) =>
        [.. Sentence().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length >= ShortestSentence)];

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+|\s\*\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sentence();
}
