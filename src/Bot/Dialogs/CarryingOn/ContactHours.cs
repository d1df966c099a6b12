using System.Text.RegularExpressions;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Dialogs.CarryingOn;

/// <summary>When somebody may be written to, in London time: what they said to "When is a good time to ring?", inside the council's own hours for messages.</summary>
/// <param name="From">Not before.</param>
/// <param name="Until">Not from this on.</param>
internal sealed partial record ContactHours(TimeOnly From, TimeOnly Until)
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Evening = new(17, 0);

    /// <summary>Reads them; the council's hours where nothing is said, or what is said leaves no time at all.</summary>
    public static ContactHours Of(string? said, CouncilSettings council)
    {
        var all = new ContactHours(council.MessagesFrom, council.MessagesUntil);
        if (string.IsNullOrWhiteSpace(said))
        {
            return all;
        }

        var words = said.ToLowerInvariant();
        var wished = Between(words) ?? After(NotBefore(), words, all) ?? Before(NotAfter(), words, all) ?? After(OnlyAfter(), words, all) ?? Before(OnlyBefore(), words, all) ?? PartOfDay(words, all) ?? all;
        var hours = new ContactHours(Later(wished.From, all.From), Earlier(wished.Until, all.Until));
        return hours.From < hours.Until ? hours : all;
    }

    /// <summary>The first moment in these hours, not before <paramref name="now"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        var local = CouncilCalendar.InLondon(now).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return time >= From && time < Until ? now
            : CouncilCalendar.FromLondon((time < From ? DateOnly.FromDateTime(local) : DateOnly.FromDateTime(local).AddDays(1)).ToDateTime(From));
    }

    private static ContactHours? Between(string words) =>
        Range().Match(words) is { Success: true } range && Clock(range, 1) is { } from && Clock(range, 4) is { } until && from < until ? new ContactHours(from, until) : null;

    private static ContactHours? After(Regex said, string words, ContactHours all) =>
        said.Match(words) is { Success: true } after && Clock(after, 1) is { } from ? new ContactHours(from, all.Until) : null;

    private static ContactHours? Before(Regex said, string words, ContactHours all) =>
        said.Match(words) is { Success: true } before && Clock(before, 1) is { } until ? new ContactHours(all.From, until) : null;

    private static ContactHours? PartOfDay(string words, ContactHours all)
    {
        var isNot = Not().IsMatch(words);
        return words switch
        {
            _ when words.Contains("morning", StringComparison.Ordinal) => isNot ? new ContactHours(Noon, all.Until) : new ContactHours(all.From, Noon),
            _ when words.Contains("afternoon", StringComparison.Ordinal) => isNot ? null : new ContactHours(Noon, Evening),
            _ when words.Contains("evening", StringComparison.Ordinal) => isNot ? new ContactHours(all.From, Evening) : new ContactHours(Evening, all.Until),
            _ => null,
        };
    }

    // "Ten" and "10" are in the morning, "five" and "half past five" in the afternoon: nobody is rung at five in the morning.
    private static TimeOnly? Clock(Match match, int group)
    {
        var said = match.Groups[group].Value;
        var hour = int.TryParse(said, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : said == "noon" ? 12 : Array.IndexOf(Numbers, said) + 1;
        var minute = match.Groups[group + 1].Success ? int.Parse(match.Groups[group + 1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
        hour += hour < 12 && (match.Groups[group + 2].Value == "pm" || (match.Groups[group + 2].Value.Length == 0 && hour < 8)) ? 12 : 0;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static TimeOnly Later(TimeOnly one, TimeOnly other) => one > other ? one : other;

    private static TimeOnly Earlier(TimeOnly one, TimeOnly other) => one < other ? one : other;

    private const string Time = @"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)(?:[:.](\d{2}))?\s*(am|pm)?";
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [GeneratedRegex(@"\b(?:not|never)\b|n't\b")]
    private static partial Regex Not();

    [GeneratedRegex(Time + @"\s*(?:-|to|and|until|till)\s*" + Time)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:(?:\bnot|n't|\bnever)\b[^.]{0,30}?\bbefore|\bnot until|n't until)\s+(?:about\s+)?" + Time)]
    private static partial Regex NotBefore();

    [GeneratedRegex(@"(?:\bnot|n't|\bnever)\b[^.]{0,30}?\bafter\s+(?:about\s+)?" + Time)]
    private static partial Regex NotAfter();

    [GeneratedRegex(@"\b(?:after|from)\s+(?:about\s+)?" + Time)]
    private static partial Regex OnlyAfter();

    [GeneratedRegex(@"\b(?:before|until|till|by)\s+(?:about\s+)?" + Time)]
    private static partial Regex OnlyBefore();
}
