using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Answers;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Where in a message the place stands that counts: the last one, and the person's own rather than a relative's.</summary>
public static class PlaceWords
{
    private static readonly ImmutableArray<string> Elsewhere =
    [
        "son is in", "son lives in", "daughter is in", "daughter lives in", "brother is in", "brother lives in", "sister is in", "sister lives in", "moved from", "came from", "from", "thats me", "work in", "works in", "born in", "holiday in", "gf in", "girlfriend in", "boyfriend in", "friend in", "friends in", "see my", "visit my", "hospital in", "temple in", "used to live in", "grew up in", "family in", "college in",
    ];

    /// <summary>Stretches to look for a place in, the one that counts most first: behind a correction, then the parts from last to first. What tells of elsewhere is left out.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var corrected = Corrections.Of(text);
        var message = MessageParts.Of(text);
        var parts = message.Clauses.Where(clause => !Words.HasAny(clause.Line, Elsewhere.AsSpan())).Select(clause => clause.Text).Reverse();
        var isElsewhere = message.Clauses.Any(clause => Words.HasAny(clause.Line, Elsewhere.AsSpan()));
        string[] whole = isElsewhere ? [] : [text];
        return [.. corrected.IsCorrected ? Behind(corrected.After).Where(part => !Words.HasAny(Words.Line(part), Elsewhere.AsSpan())) : [], .. Spelt(text), .. parts, .. whole];
    }

    // "No hang on that's me, they're in Caxton": what is said of others than oneself.
    private static IEnumerable<string> Behind(string after)
    {
        var line = Words.Line(after);
        foreach (var lead in (string[])["theyre in", "they are in", "shes in", "hes in", "she is in", "he is in", "they live in", "she lives in", "he lives in"])
        {
            var at = line.LastIndexOf($" {lead} ", StringComparison.Ordinal);
            if (at >= 0)
            {
                yield return line[at..].Trim();
            }
        }

        yield return after;
    }

    // "Loughborough l e eleven": a postcode spelt out.
    private static IEnumerable<string> Spelt(string text)
    {
        var words = SpokenLetters.WithDigits(SpokenLetters.Cut(text));
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var isPair = i + 2 < words.Count && words[i].Length == 1 && words[i + 1].Length == 1 && char.IsLetter(words[i][0]) && char.IsLetter(words[i + 1][0]) && words[i + 2].All(char.IsAsciiDigit) && words[i + 2].Length <= 2;
            if (isPair && (i == 0 || words[i - 1].Length > 1))
            {
                yield return (words[i] + words[i + 1] + words[i + 2]).ToUpperInvariant();
            }
        }
    }
}
