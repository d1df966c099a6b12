using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Parts;

/// <summary>A stretch of a message: a sentence, or a clause of one.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Line">Its words in plain form, a blank at each end, so that whole words can be looked for.</param>
/// <param name="IsAsked">A question mark ended it.</param>
public sealed record MessagePart(string Text, string Line, bool IsAsked)
{
    /// <summary>The words as they were written, one for each of the plain line.</summary>
    public ImmutableArray<string> Written { get; } = Cut(Text);

    /// <summary>Number of words.</summary>
    public int Count { get; } = Line.Count(letter => letter == ' ') - 1;

    /// <summary>It has one of these phrases as whole words.</summary>
    public bool Has(params ReadOnlySpan<string> phrases) => Words.HasAny(Line, phrases);

    /// <summary>It begins with one of these phrases.</summary>
    public bool Begins(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Line.Length > phrase.Length + 1 && Line[phrase.Length + 1] == ' ' && Line.AsSpan(1).StartsWith(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> Cut(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '£' or '\'' or '’' or '‘' or '`'))
            {
                i++;
            }

            if (text.AsSpan(start, i - start).IndexOfAnyExcept("'’‘`") >= 0)
            {
                words.Add(text[start..i]);
            }
        }

        return words.ToImmutable();
    }
}
