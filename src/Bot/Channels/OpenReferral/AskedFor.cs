using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>The query of a request, parameter by parameter; what can't be understood is named, not passed over.</summary>
internal sealed class AskedFor(IQueryCollection query)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 500;
    private const int LongestSearch = 200;
    private static readonly string[] DayCodes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>What is wrong, by parameter.</summary>
    public ImmutableDictionary<string, string[]> Problems { get; private set; } = ImmutableDictionary<string, string[]>.Empty;

    public PageAsked Page() => new(
        Read("page", "a whole number from 1", Whole) ?? 1,
        Math.Min(Read("per_page", "a whole number from 1", Whole) ?? DefaultSize, LargestSize),
        Read("full", "true or false", Flag) ?? false,
        Text("format") switch
        {
            null or "json" => false,
            "ndjson" => true,
            _ => Wrong("format", "json or ndjson"),
        });

    public CatalogueQuery Filter(Func<string, Place?> findPlace)
    {
        var near = Text("postcode") is { } postcode ? findPlace(postcode) ?? Unknown(postcode) : null;
        var asked = new CatalogueQuery
        {
            Search = Text("search") is { } words ? words[..Math.Min(words.Length, LongestSearch)] : null,
            TaxonomyTermId = Text("taxonomy_term_id"),
            TaxonomyId = Text("taxonomy_id"),
            OrganizationId = Text("organization_id"),
            MinimumAge = Read("minimum_age", "a number", Number),
            MaximumAge = Read("maximum_age", "a number", Number),
            Day = Read("day", "a day such as MO or Monday", Day),
            StartTime = Read("start_time", "a time such as 10:30", Time),
            EndTime = Read("end_time", "a time such as 16:30", Time),
            ModifiedAfter = Read("modified_after", "a moment such as 2026-10-05T10:30:00Z", Moment),
            Near = near,
        };
        return Read("proximity", "metres, a number", Number) is { } metres ? asked with { WithinMetres = (double)metres } : asked;
    }

    private string? Text(string name) => query[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

    private T? Read<T>(string name, string expected, Func<string, T?> read)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            Wrong(name, expected);
        }

        return value;
    }

    private bool Wrong(string name, string expected)
    {
        Problems = Problems.SetItem(name, [$"'{name}' should be {expected}."]);
        return false;
    }

    private Place? Unknown(string postcode)
    {
        Problems = Problems.SetItem("postcode", [$"The postcode '{postcode[..Math.Min(postcode.Length, 20)]}' is not known."]);
        return null;
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null;

    private static bool? Flag(string text) => bool.TryParse(text, out var flag) ? flag : null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeOnly? Time(string text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private static DayOfWeek? Day(string text)
    {
        var code = Array.FindIndex(DayCodes, day => day.Equals(text, StringComparison.OrdinalIgnoreCase));
        return code >= 0 ? (DayOfWeek)code : Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && Enum.IsDefined(day) && !char.IsAsciiDigit(text[0]) ? day : null;
    }
}

/// <summary>Which page, and how it is written.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Records on a page.</param>
/// <param name="IsFull">With everything below each record.</param>
/// <param name="IsByLine">All records that fit, one a line, without pages (<c>format=ndjson</c>).</param>
internal sealed record PageAsked(int Number, int Size, bool IsFull, bool IsByLine);
