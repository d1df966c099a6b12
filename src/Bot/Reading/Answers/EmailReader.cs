using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>One e-mail address, written or spoken ("jean dot smith at example dot com").</summary>
internal static class EmailReader
{
    private static readonly ImmutableArray<string> Leads = ["its", "it", "is", "my", "email", "e-mail", "address", "the", "mail", "this", "thats", "use", "please", "to", "on", "hers", "his", "her", "one", "best", "send", "try"];

    /// <summary>The address, in lower case; null when it isn't plain.</summary>
    public static string? Read(string text)
    {
        var corrected = Corrections.Of(text);
        return One(corrected.After) ?? (corrected.IsCorrected ? null : One(text));
    }

    private static string? One(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '\t', ',', ';', '<', '>', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', '!', '"', '“', '”')).Where(word => word.Length > 0).ToList();
        var written = words.Where(IsAddress).Distinct().ToList();
        if (written.Count > 0)
        {
            return written is [var one] && words.Count(word => word.Contains('@', StringComparison.Ordinal)) == 1 ? one : null;
        }

        return Spoken(words);
    }

    private static string? Spoken(List<string> words)
    {
        var marked = words.SelectMany(word => word == "@" ? ["@"] : word.Contains('@', StringComparison.Ordinal) ? word.Replace("@", " @ ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [word]).Select(Mark).ToList();
        if (marked.Count(word => word == "@") != 1)
        {
            return null;
        }

        var at = marked.IndexOf("@");
        var start = at;
        while (start > 0 && !Leads.Contains(marked[start - 1]))
        {
            start--;
        }

        // Words side by side with no mark between: where the address begins and ends is a guess.
        var local = marked[start..at];
        var domain = marked[(at + 1)..];
        var isLoose = Loose(local) || Loose(domain);
        var address = string.Concat(local) + "@" + string.Concat(domain);
        return !isLoose && IsAddress(address) ? address : null;
    }

    private static bool Loose(List<string> pieces)
    {
        for (var i = 1; i < pieces.Count; i++)
        {
            var isBare = !IsMark(pieces[i]) && !IsMark(pieces[i - 1]) && !pieces[i].StartsWith('.') && !pieces[i - 1].EndsWith('.') && !pieces[i].All(char.IsAsciiDigit) && (pieces[i].Length > 1 || pieces[i - 1].Length > 1);
            if (isBare)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(string piece) => piece is "." or "_" or "-";

    private static string Mark(string word) => word switch { "at" => "@", "dot" or "point" => ".", "underscore" => "_", "dash" or "hyphen" => "-", _ => SpokenLetters.Digit(word) is { Length: 1 } digit && word is not "o" ? digit : word };

    private static bool IsAddress(string word)
    {
        var at = word.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != word.LastIndexOf('@') || word.Length > 254 || word.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        var domain = word[(at + 1)..].Split('.');
        return word[..at].All(letter => char.IsAsciiLetterOrDigit(letter) || "._%+-'".Contains(letter, StringComparison.Ordinal)) && word[0] != '.' && word[at - 1] != '.'
            && domain.Length >= 2 && domain.All(label => label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) && domain[^1].Length >= 2 && domain[^1].All(char.IsAsciiLetter);
    }
}
