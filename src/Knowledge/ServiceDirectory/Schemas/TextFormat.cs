using System.Globalization;

namespace TransformingLives.Knowledge.ServiceDirectory.Schemas;

/// <summary>The formats of text that the published schema names.</summary>
internal static class TextFormat
{
    // What a browser would run instead of open.
    private static readonly string[] Run = ["javascript", "data", "vbscript", "file"];

    public static bool Fits(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && !Run.Contains(uri.Scheme) && text.Contains(':', StringComparison.Ordinal),
        "email" => IsEmail(text),
        "date-time" => IsDate(text),
        "date" => IsDate(text),
        "time" => IsTime(text),
        _ => true,
    };

    public static string InWords(string format) => format switch
    {
        "uuid" => "a UUID such as ac148810-d857-441c-9679-408f346de14b",
        "uri" => "a web address that begins with https:// or http://",
        "email" => "an e-mail address",
        "date-time" => "a moment such as 2026-10-05T10:30:00Z",
        "date" => "a day such as 2026-10-05",
        "time" => "a time such as 10:30",
        _ => "a text",
    };

    /// <summary>The day of "2026-10-05" and of "2026-10-05T10:30:00Z"; null when it is neither.</summary>
    public static DateOnly? Day(string? text) =>
        text is not null && IsDate(text) ? DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>"10:00", "10:00:00" and, with the standard's zone, "10:00Z", which UK feeds use for local time; null when it is none.</summary>
    public static TimeOnly? Time(string? text) =>
        text is not null && TimeOnly.TryParse(text.TrimEnd('Z').Split('+')[0], CultureInfo.InvariantCulture, out var time) ? time : null;

    private static bool IsDate(string text) =>
        text.Length >= 10
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (text.Length == 10 || (text[10] is 'T' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)));

    private static bool IsTime(string text) => Time(text) is not null;

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);
    }
}
