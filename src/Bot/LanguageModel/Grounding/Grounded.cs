using System.Collections.Immutable;

namespace TransformingLives.Bot.LanguageModel.Grounding;

/// <summary>
/// Is a worded sentence no more than its source sentence? It may leave out items of a list, change little words and use the easier words of
/// <c>content/prompts</c>. Every other word, number and "not" has to stand there, in order, so nothing can be said that the source does not say.
/// </summary>
internal static class Grounded
{
    private const int Longest = 400;
    private const string Points = " .,;:'’-–()";

    /// <summary>The sentence says what its source says, and no more.</summary>
    public static bool Is(string sentence, string source, ImmutableArray<EasierWord> easier) =>
        IsPlainText(sentence, source) && IsWrittenAlike(sentence, source) && Fits(SentenceWords.Of(sentence, easier).All.AsSpan(), SentenceWords.Of(source, easier));

    // Letters of our alphabet and the signs of the source: no markup, no links, no other script, nothing invisible.
    private static bool IsPlainText(string sentence, string source) =>
        sentence.Length is > 2 and <= Longest && sentence[^1] is '.' or '!' or '?' or ')' && sentence.Any(char.IsLetter) && !char.IsWhiteSpace(sentence[0])
        && sentence.All(sign => char.IsAsciiLetterOrDigit(sign) || Points.Contains(sign) || source.Contains(sign));

    // Names stay written as they are, and nothing is shouted.
    private static bool IsWrittenAlike(string sentence, string source)
    {
        var written = SentenceWords.Written(source).ToHashSet(StringComparer.Ordinal);
        return SentenceWords.Written(sentence).All(word => word.Length < 2 || !word.Skip(1).Any(char.IsUpper) || written.Contains(word));
    }

    private static bool Fits(ReadOnlySpan<string> said, SentenceWords source) =>
        said.Length > 0 && Fits(said, source.Clauses, source.IsWhole);

    private static bool Fits(ReadOnlySpan<string> said, ImmutableArray<Clause> clauses, bool isWhole)
    {
        if (clauses.IsEmpty)
        {
            return said.IsEmpty;
        }

        var clause = clauses[0];
        return (said.Length >= clause.Words.Length && said[..clause.Words.Length].SequenceEqual(clause.Words.AsSpan()) && Fits(said[clause.Words.Length..], clauses.RemoveAt(0), isWhole))
            || (clause.MayGo && !isWhole && Fits(said, clauses.RemoveAt(0), isWhole));
    }
}
