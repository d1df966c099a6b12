using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Tests.ReadingAge;

/// <summary>Syllables of English words, by their vowels: right for nine words in ten, which is enough for an average.</summary>
internal static partial class Syllables
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["somebody"] = 3, ["anybody"] = 4, ["everybody"] = 4, ["something"] = 2, ["someone"] = 2, ["sometimes"] = 2, ["somewhere"] = 2, ["home's"] = 1,
        ["people"] = 2, ["idea"] = 3, ["ideas"] = 3, ["area"] = 3, ["areas"] = 3, ["being"] = 2, ["doing"] = 2, ["going"] = 2, ["seeing"] = 2,
        ["lives"] = 1, ["live"] = 1, ["lived"] = 1, ["every"] = 2, ["everything"] = 3, ["business"] = 2, ["care"] = 1, ["cares"] = 1, ["carer"] = 2, ["carers"] = 2,
        ["any"] = 2, ["ago"] = 2, ["iron"] = 2, ["quiet"] = 2, ["science"] = 2, ["diet"] = 2, ["trial"] = 2, ["real"] = 1, ["create"] = 2, ["created"] = 3, ["wednesday"] = 2, ["once"] = 1,
    };

    public static int Of(string word)
    {
        if (Known.TryGetValue(word, out var known))
        {
            return known;
        }

        var letters = NoLetter().Replace(word.ToLowerInvariant(), "");
        if (letters.Length <= 3)
        {
            return 1;
        }

        letters = SilentEnd().Replace(letters, "");
        return Math.Max(1, Vowels().Count(letters));
    }

    [GeneratedRegex("[^a-z]")]
    private static partial Regex NoLetter();

    // An e at the end is not spoken, nor that of -es and -ed, but in "table", "houses" and "needed" it is.
    [GeneratedRegex("(?<![lsxz]|ch|sh|c|g)es$|(?<![td])ed$|(?<!l)e$|(?<=[aeiouy]l)e$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
