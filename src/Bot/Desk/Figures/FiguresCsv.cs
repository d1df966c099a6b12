using System.Collections.Immutable;
using System.Text;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>The figures as comma-separated values (RFC 4180), with small numbers kept back as on the page.</summary>
internal static class FiguresCsv
{
    public static string Of(ImmutableArray<FigureTable> tables)
    {
        var csv = new StringBuilder("table,row,value\r\n");
        foreach (var (table, row) in tables.SelectMany(table => table.Rows.Select(row => (table, row))))
        {
            csv.Append(Field(table.Title)).Append(',').Append(Field(row.Label)).Append(',').Append(Field(row.Value)).Append("\r\n");
        }

        return csv.ToString();
    }

    // A field that begins like a formula is calculated by spreadsheets: an apostrophe makes it words.
    private static string Field(string text)
    {
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
