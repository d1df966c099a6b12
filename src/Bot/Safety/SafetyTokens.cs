using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>Cuts a message into words. Reads each character once.</summary>
internal static class SafetyTokens
{
    /// <summary>A longer run of letters is no slip of the finger, and to look for what it might be takes long.</summary>
    private const int LongestMisspelt = 30;

    /// <summary>The words of a message, spelled as the rules spell them.</summary>
    public static ImmutableArray<SafetyToken> Of(string text, SafetyRules rules)
    {
        var raw = Cut(text);
        var tokens = ImmutableArray.CreateBuilder<SafetyToken>(raw.Count + 8);
        for (var i = 0; i < raw.Count; i++)
        {
            if (i + 1 < raw.Count && raw[i].Sentence == raw[i + 1].Sentence
                && rules.Spellings.TryGetValue(raw[i].Word + " " + raw[i + 1].Word, out var pair))
            {
                Spread(tokens, raw[i] with { End = raw[i + 1].End }, pair);
                i++;
            }
            else if (rules.Spellings.TryGetValue(raw[i].Word, out var words))
            {
                Spread(tokens, raw[i], words);
            }
            else
            {
                tokens.Add(raw[i].Word.Length <= LongestMisspelt && rules.Spelling?.Right(raw[i].Word) is { } right ? raw[i] with { Word = right } : raw[i]);
            }
        }

        return PartClauses(tokens, rules);
    }

    private static void Spread(ImmutableArray<SafetyToken>.Builder tokens, SafetyToken at, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            tokens.Add(at with { Word = word });
        }
    }

    private static ImmutableArray<SafetyToken> PartClauses(ImmutableArray<SafetyToken>.Builder tokens, SafetyRules rules)
    {
        var extra = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            extra += rules.Joiners.Contains(tokens[i].Word) ? 1 : 0;
            tokens[i] = tokens[i] with { Clause = tokens[i].Clause + extra };
        }

        return tokens.ToImmutable();
    }

    private static List<SafetyToken> Cut(string text)
    {
        var tokens = new List<SafetyToken>();
        var (sentence, clause) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var end = EndOfWord(text, i);
                tokens.Add(new SafetyToken(Plain(text[i..end]), i, end, sentence, clause));
                i = end - 1;
            }
            else if (EndsSentence(text, i))
            {
                sentence++;
                clause++;
            }
            else if (text[i] is ',' or ':' or ';' or '(' or ')' or '–' or '—')
            {
                clause++;
            }
        }

        return tokens;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end])
            || (IsApostrophe(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    // "3.30" is one time, not two sentences.
    private static bool EndsSentence(string text, int i) =>
        text[i] is '!' or '?' or '\n' or '…'
        || (text[i] == '.' && !(i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])));

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    private static string Plain(string word)
    {
        Span<char> letters = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (!IsApostrophe(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(letters[..length]);
    }
}
