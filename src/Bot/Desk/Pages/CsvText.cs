using System.Text;
using TransformingLives.Bot.Channels.Web;

namespace TransformingLives.Bot.Desk.Pages;

/// <summary>Comma-separated values (RFC 4180) that spreadsheets open as they are meant.</summary>
internal static class CsvText
{
    /// <summary>The file that a browser saves.</summary>
    public static IResult File(HttpContext http, string csv, string name)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", name);
    }

    public static string Of(IEnumerable<string> heading, IEnumerable<IEnumerable<string>> rows)
    {
        var csv = new StringBuilder();
        foreach (var row in rows.Prepend(heading))
        {
            csv.AppendJoin(',', row.Select(Field)).Append("\r\n");
        }

        return csv.ToString();
    }

    // A field that begins like a formula is calculated by spreadsheets: an apostrophe makes it words.
    private static string Field(string text)
    {
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
