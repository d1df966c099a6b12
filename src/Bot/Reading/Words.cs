using System.Collections.Immutable;
using System.Text;

namespace TransformingLives.Bot.Reading;

/// <summary>A message as plain words: lower case, apostrophes and accents gone, one clause at a time. Linear in its length.</summary>
internal static class Words
{
    private const int Longest = 20_000;

    /// <summary>The clauses of a text: parted at full stops, commas, line ends and "but".</summary>
    public static ImmutableArray<ImmutableArray<string>> Clauses(string text)
    {
        var clauses = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var clause = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();

        void EndWord()
        {
            if (word.Length > 0)
            {
                clause.Add(word.ToString());
                word.Clear();
            }
        }

        void EndClause()
        {
            EndWord();
            if (clause.Count > 0)
            {
                clauses.Add(clause.ToImmutable());
                clause.Clear();
            }
        }

        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (char.IsLetterOrDigit(letter) || letter == '£')
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is '\'' or '’' or '‘' or '`')
            {
                // can't, cant: the same word
            }
            else if (letter is '.' or '!' or '?' or ';' or ',' or '\n' or ':' or '(' or ')')
            {
                EndClause();
            }
            else
            {
                EndWord();
                if (clause.Count > 0 && clause[^1] == "but")
                {
                    EndClause();
                }
            }
        }

        EndClause();
        return clauses.ToImmutable();
    }

    /// <summary>All the words of a text, clauses joined.</summary>
    public static ImmutableArray<string> All(string text) => [.. Clauses(text).SelectMany(clause => clause)];

    /// <summary>All the words as one line, with a blank at each end, so that whole words can be looked for.</summary>
    public static string Line(string text) => $" {string.Join(' ', All(text))} ";

    /// <summary>The text has one of these phrases as whole words.</summary>
    public static bool HasAny(string line, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Has(line, phrase))
            {
                return true;
            }
        }

        return false;
    }

    // Asked some hundred times of each message: nothing is made for it.
    private static bool Has(ReadOnlySpan<char> line, ReadOnlySpan<char> phrase)
    {
        for (var from = 0; line[from..].IndexOf(phrase) is var at and >= 0; from += at + 1)
        {
            var (start, end) = (from + at, from + at + phrase.Length);
            if (start > 0 && line[start - 1] == ' ' && end < line.Length && line[end] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
