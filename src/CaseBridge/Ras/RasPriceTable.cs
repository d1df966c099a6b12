namespace TransformingLives.CaseBridge.Ras;

/// <summary>A table laid out for speed: points of each level and the price of each score, looked up without memory or words. It gives what <see cref="EstimateBudget"/> gives.</summary>
public sealed class RasPriceTable
{
    private readonly int[][] points;
    private readonly decimal[] weekly;

    /// <summary>Lays a table out.</summary>
    public RasPriceTable(RasTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        points = [.. table.Areas.Select(area => area.Levels.Select(level => level.Points).ToArray())];
        weekly = [.. Enumerable.Range(0, table.Knots[^1].Points + 1).Select(score => EstimateBudget.WeeklyFor(table, score))];
    }

    /// <summary>Number of areas.</summary>
    public int Areas => points.Length;

    /// <summary>Price of each score, pounds a week, from 0 points.</summary>
    public ReadOnlySpan<decimal> Prices => weekly;

    /// <summary>Points for a level in each area, in the table's order.</summary>
    public int Points(ReadOnlySpan<byte> levels)
    {
        var total = 0;
        for (var area = 0; area < points.Length; area++)
        {
            total += points[area][levels[area]];
        }

        return total;
    }

    /// <summary>Highest level of an area.</summary>
    public int Highest(int area) => points[area].Length - 1;

    /// <summary>Pounds a week for a score.</summary>
    public decimal Weekly(int score) => weekly[score];
}
