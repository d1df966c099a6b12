using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>
/// Takes out of a question what could say who asked it: names, addresses, numbers, e-mail. Rather too much than too little: a word written
/// large that authors' own texts don't have goes too.
/// </summary>
/// <param name="Ordinary">Words of the authors' own texts, in small letters: no names.</param>
internal sealed partial record WithoutPersonalDetails(FrozenSet<string> Ordinary)
{
    private const int Longest = 160;
    private const string Name = "[name]";
    private static readonly FrozenSet<string> Titles = ["mr", "mrs", "ms", "dr"];
    private static readonly FrozenSet<string> Leads = ["named", "called", "name"];
    private static readonly FrozenSet<string> Streets = ["street", "road", "close", "avenue", "lane", "drive", "court", "crescent", "gardens", "grove", "terrace", "way"];

    /// <param name="text">What was asked.</param>
    /// <param name="told">Words by which this person told who they are, in small letters.</param>
    public string Of(string text, IReadOnlySet<string> told)
    {
        var plain = Mail().Replace(text.ReplaceLineEndings(" "), "[address]");
        var words = Postcode().Replace(plain, "[postcode]").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = new List<string>();
        for (var at = 0; at < words.Length; at++)
        {
            var shown = Shown(words, at, kept.LastOrDefault() ?? "", told);
            if (shown != kept.LastOrDefault() || shown[0] != '[')
            {
                kept.Add(shown);
            }
        }

        var joined = string.Join(' ', kept);
        return joined.Length <= Longest ? joined : joined[..joined.LastIndexOf(' ', Longest)] + " …";
    }

    private string Shown(string[] words, int at, string before, IReadOnlySet<string> told)
    {
        var word = words[at];
        var bare = Bare(word);
        if (word[0] == '[' || bare.Length == 0)
        {
            return word;
        }

        if (word.Any(char.IsDigit))
        {
            return "[number]";
        }

        if (told.Contains(bare))
        {
            return Name;
        }

        if (at + 1 < words.Length && Streets.Contains(Bare(words[at + 1])) && before == "[number]")
        {
            return "[street]";
        }

        return IsName(words, at, bare, before) ? Name : word;
    }

    private bool IsName(string[] words, int at, string bare, string before)
    {
        if (Ordinary.Contains(bare) && !char.IsUpper(words[at][0]) || Titles.Contains(bare) || Streets.Contains(bare))
        {
            return false;
        }

        var previous = at > 0 ? Bare(words[at - 1]) : "";
        var isLarge = char.IsUpper(words[at][0]) && words[at].Any(char.IsLower);
        return Names.Of(words[at], isAfterKin: isLarge && Kin.Of(previous) is not null) is not null
            || (!Ordinary.Contains(bare) && (IsNamed(words, at, previous) || IsSurname(words, at, before, isLarge) || (isLarge && !IsFirst(words, at))));
    }

    private static bool IsNamed(string[] words, int at, string previous) =>
        Titles.Contains(previous) || Leads.Contains(previous) || (previous == "is" && at > 1 && Bare(words[at - 2]) == "name");

    // Written small, only the word right behind a first name is one.
    private static bool IsSurname(string[] words, int at, string before, bool isLarge) => before == Name && (isLarge || Names.Of(words[at - 1], isAfterKin: false) is not null);

    private static bool IsFirst(string[] words, int at) => at == 0 || words[at - 1][^1] is '.' or '!' or '?';

    private static string Bare(string word)
    {
        var bare = word.Trim('.', ',', '!', '?', ':', ';', '(', ')', '"', '“', '”').ToLowerInvariant();
        return bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    [GeneratedRegex(@"\S+@\S+|https?://\S+|www\.\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();
}
