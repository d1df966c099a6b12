using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Parts;

/// <summary>A message cut into sentences, and those into clauses. People who text or talk leave the marks out, so joining words cut too. Reads each character once.</summary>
public sealed record MessageParts(string Text, string Line, ImmutableArray<MessagePart> Sentences, ImmutableArray<MessagePart> Clauses)
{
    private const int Longest = 10_000;
    private const int FewestWords = 2;

    private static readonly ImmutableArray<string> Abbreviations = ["mr", "mrs", "ms", "dr", "st", "e.g", "i.e"];

    /// <summary>These begin a new clause whatever follows.</summary>
    private static readonly ImmutableArray<string> Joiners = ["but", "because", "cos", "coz", "although", "though", "however", "only", "whereas"];

    /// <summary>"And" joins clauses only where one of these comes next; "mum and dad" stays together.</summary>
    private static readonly ImmutableArray<string> Openers =
    [
        "i", "im", "ive", "id", "ill", "he", "hes", "she", "shes", "they", "theyre", "theyve", "we", "weve", "were", "it", "its", "my", "mum", "mums", "dad", "dads", "the", "there", "theres", "then", "now", "please", "also",
        "you", "u", "can", "could", "how", "what", "whats", "who", "when", "where", "do", "does", "is", "are", "will", "would", "not", "dont", "cant", "wont", "nobody", "somebody", "someone", "our", "his", "her", "their", "that", "thats", "this", "want", "if", "having", "just", "doesnt", "has", "have", "needs", "need", "hates", "likes", "loves", "carers",
    ];

    /// <summary>Cuts a text.</summary>
    public static MessageParts Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length > Longest ? text[..Longest] : text;
        var sentences = ImmutableArray.CreateBuilder<MessagePart>();
        var clauses = ImmutableArray.CreateBuilder<MessagePart>();
        var start = 0;
        for (var i = 0; i <= read.Length; i++)
        {
            if (i < read.Length && !EndsSentence(read, i))
            {
                continue;
            }

            if (Part(read[start..i], i < read.Length && read[i] == '?') is { } sentence)
            {
                sentences.Add(sentence);
                clauses.AddRange(ClausesOf(sentence));
            }

            start = Math.Min(i + 1, read.Length);
        }

        return new MessageParts(text, Words.Line(read), sentences.ToImmutable(), clauses.ToImmutable());
    }

    /// <summary>The message has one of these phrases as whole words.</summary>
    public bool Has(params ReadOnlySpan<string> phrases) => Words.HasAny(Line, phrases);

    private static bool EndsSentence(string text, int i)
    {
        if (text[i] is '!' or '?' or '\n' or '…' or ';')
        {
            return true;
        }

        if (text[i] != '.' || i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
        {
            return false;
        }

        var word = i;
        while (word > 0 && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        return !Abbreviations.Contains(text[word..i].ToLowerInvariant());
    }

    private static MessagePart? Part(string text, bool isAsked)
    {
        var line = Words.Line(text);
        return line.Trim().Length == 0 ? null : new MessagePart(text.Trim(' ', ',', '-', '–', ':', '\t', '\r'), line, isAsked);
    }

    private static IEnumerable<MessagePart> ClausesOf(MessagePart sentence)
    {
        var text = sentence.Text;
        var start = 0;
        foreach (var cut in Cuts(text))
        {
            if (CountWords(text[start..cut]) >= FewestWords && Part(text[start..cut], false) is { } clause)
            {
                yield return clause;
                start = cut;
            }
        }

        if (Part(text[start..], sentence.IsAsked) is { } last)
        {
            yield return last;
        }
    }

    private static IEnumerable<int> Cuts(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] is ',' or ':' or '(' or ')' or '–' or '—' && !(char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])) || text[i] == '-' && text[i - 1] == ' ')
            {
                yield return i + 1;
            }
            else if (text[i] == ' ' && BeginsClause(text, i + 1))
            {
                yield return i + 1;
            }
        }
    }

    private static bool BeginsClause(string text, int at)
    {
        var (word, next) = TwoWords(text, at);
        return Joiners.Contains(word) || word is "and" or "n" or "so" or "&" && Openers.Contains(next) && !IsPair(WordBefore(text, at - 1), next)
            || word is "so" && next is "i" or "hes" or "shes" || word is "just" && next is "cant" or "cannot" or "dont" or "not";
    }

    // "Mum and dad" are one.
    private static bool IsPair(string before, string next) => Facts.Kin.Of(before) is not null && Facts.Kin.Of(next) is not null;

    private static (string Word, string Next) TwoWords(string text, int at)
    {
        var end = EndOfWord(text, at);
        var next = Math.Min(end + 1, text.Length);
        return (Plain(text[at..end]), Plain(text[next..EndOfWord(text, next)]));
    }

    private static string WordBefore(string text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        return Plain(text[(text.AsSpan(0, end).LastIndexOf(' ') + 1)..end]);
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ':'))
        {
            at++;
        }

        return at;
    }

    private static string Plain(string word) =>
        word.Length > 12 ? "" : word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
}
