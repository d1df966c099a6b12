using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.LanguageModel.Masking;

/// <summary>
/// Takes out of a text what could say who somebody is, before it leaves the machine, and puts it back in what returns. Rather too much than
/// too little: digits, dates, places and every word go that the council's own texts don't have.
/// </summary>
/// <param name="ordinary">Words of the council's own texts, in small letters: the only ones that leave.</param>
/// <param name="told">Words by which this person told who they are, in small letters.</param>
internal sealed partial class PersonalMask(FrozenSet<string> ordinary, IReadOnlySet<string> told)
{
    private const string Month = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
    private const string DayOfMonth = @"(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth|(?:twenty|thirty)[ -]\w+)";
    private const string Year = @"(?:(?:in\s+)?\d{2,4}|nineteen\s+[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|two\s+thousand(?:\s+and)?(?:\s+[a-z]+)?)";
    private const string DayPattern = @"\b(?:" + DayOfMonth + @"\s+(?:of\s+)?" + Month + @"\b(?:,?\s+" + Year + @")?|" + Month + @"\s+(?:the\s+)?" + DayOfMonth + @"\b(?:,?\s+" + Year + @")?|" + Month + @",?\s+" + Year + @"|\d{1,4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,4}|nineteen\s+(?:hundred|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)\b";
    private const string SpokenPattern = @"\b(?:(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[\s,-]*){3,}";

    private readonly Dictionary<string, string> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = [];

    /// <summary>Something was taken out.</summary>
    public bool HasTaken => marks.Count > 0;

    /// <summary>The text as it may leave. The same word has the same mark in all texts of one mask.</summary>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Replace('[', '(').Replace(']', ')');
        plain = Mail().Replace(plain, match => Mark("EMAIL", match.Value));
        plain = Reference().Replace(plain, match => Mark("REFERENCE", match.Value));
        plain = Postcode().Replace(plain, match => Mark("POSTCODE", match.Value));
        plain = Street().Replace(plain, match => Mark("ADDRESS", match.Value));
        plain = Day().Replace(plain, match => Mark("DATE", match.Value));
        plain = Spoken().Replace(plain, match => Mark("NUMBER", match.Value));
        plain = Digits().Replace(plain, match => match.Groups["mark"].Success ? match.Value : Mark("NUMBER", match.Value));
        return Words(plain);
    }

    /// <summary>The text with what was taken out back in its place.</summary>
    public string Back(string text) => Marked().Replace(text, match => marks.FirstOrDefault(pair => pair.Value == match.Value).Key ?? match.Value);

    private string Words(string text)
    {
        var masked = new StringBuilder(text.Length);
        var at = 0;
        var isAfterName = false;
        foreach (Match match in Word().Matches(text))
        {
            masked.Append(text, at, match.Index - at);
            at = match.Index + match.Length;
            isAfterName = !match.Groups["mark"].Success && IsPersonal(text, match, isAfterName);
            masked.Append(isAfterName ? Mark("NAME", match.Value) : match.Value);
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private bool IsPersonal(string text, Match match, bool isAfterName)
    {
        var written = match.Value;
        var small = Bare(written);
        var previous = Before().Match(text[..match.Index]).Value.Trim();
        var isLarge = char.IsUpper(written[0]);
        var isFirst = match.Index == 0 || text[..match.Index].TrimEnd() is var before && (before.Length == 0 || before[^1] is '.' or '!' or '?');
        if (told.Contains(small) || !ordinary.Contains(small) || Names.Of(written, isAfterKin: Kin.Of(previous) is not null) is not null)
        {
            return small is not ("i" or "i'm" or "i've" or "i'd" or "i'll") || told.Contains(small);
        }

        // A surname that is a word as well: "Doreen Green", "doreen green".
        return (isAfterName && !AfterName.Contains(small)) || (isLarge && !isFirst && written.Length > 1 && !written.All(char.IsUpper) && !Spelt.Contains(small));
    }

    private string Mark(string kind, string words)
    {
        if (!marks.TryGetValue(words, out var mark))
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            marks[words] = mark = string.Create(CultureInfo.InvariantCulture, $"[{kind}{counts[kind]}]");
        }

        return mark;
    }

    private static string Bare(string word)
    {
        var small = word.Replace('’', '\'').ToLowerInvariant();
        return small.EndsWith("'s", StringComparison.Ordinal) ? small[..^2] : small;
    }

    private static readonly FrozenSet<string> AfterName = (
        "is was has had and or can can't cannot could will would needs lives says said does doesn't did didn't gets got who her his she he they i my in at on to for with but so because a the fell falls keeps keep still also now isn't wasn't hasn't").Split(' ').ToFrozenSet();

    // Written large in ordinary English: they name no person.
    private static readonly FrozenSet<string> Spelt = (
        "blue badge attendance allowance carer's carers council tax benefit credit pension personal independence payment universal care act monday tuesday wednesday thursday friday saturday sunday christmas easter english").Split(' ').ToFrozenSet();

    [GeneratedRegex(@"\S+@\S+|https?://\S+|www\.\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(?=[A-Z0-9-]*\d)[A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)+\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b[a-z]{1,2}\d[a-z\d]?(?:\s?\d[a-z]{2})?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b(?:(?:flat|no\.?|number)\s*)?\d+[a-z]?,?\s+(?:[\w'’-]+\s+){1,3}?(?:street|st|road|rd|close|avenue|ave|lane|drive|court|crescent|gardens|grove|terrace|way|place|square|hill|row|green|park|walk|view|mews)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(DayPattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(SpokenPattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(?<mark>\[[A-Z]+\d+\])|[+(]?\d[\d\s().,/-]*\d|\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<mark>\[[A-Z]+\d+\])|\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}'’-]+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"\[[A-Z]+\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
