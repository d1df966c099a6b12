using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>The figures as comma-separated values, with small numbers kept back as on the page.</summary>
internal static class FiguresCsv
{
    public static string Of(ImmutableArray<FigureTable> tables) =>
        CsvText.Of(["table", "row", "value"], tables.SelectMany(table => table.Rows.Select(row => (string[])[table.Title, row.Label, row.Value])));
}
