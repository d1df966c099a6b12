using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>A table of figures, the same on the page and in the file.</summary>
/// <param name="Id">Unique, for addresses.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Explains">How it is counted, in a sentence or two.</param>
/// <param name="What">Heading of the first column.</param>
/// <param name="Rows">The rows.</param>
internal sealed record FigureTable(string Id, string Title, string Explains, string What, ImmutableArray<FigureRow> Rows);

/// <summary>A row of figures.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">The figure as it may be shown.</param>
/// <param name="Bar">Its length as a bar; null for none.</param>
internal sealed record FigureRow(string Label, string Value, int? Bar = null)
{
    /// <summary>Fewer than so many could be told apart by who knows them.</summary>
    public const int Fewest = 5;

    /// <summary>A count of people's conversations: a small one is not told.</summary>
    public static FigureRow Count(string label, int count) => count is > 0 and < Fewest
        ? new FigureRow(label, string.Create(CultureInfo.InvariantCulture, $"fewer than {Fewest}"))
        : new FigureRow(label, count.ToString("N0", CultureInfo.InvariantCulture), count);
}
