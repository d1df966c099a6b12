using System.Text;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>Where a sealed value belongs. It is bound to it: in another row, column or table it can't be opened.</summary>
/// <param name="Table">The table, or <c>files</c>.</param>
/// <param name="Column">The column.</param>
/// <param name="Row">The values of the table's key, joined by a slash.</param>
public readonly record struct Place(string Table, string Column, string Row)
{
    /// <summary>What is authenticated beside the value.</summary>
    internal byte[] Bytes() => Encoding.UTF8.GetBytes($"{Table}\n{Column}\n{Row}");

    /// <inheritdoc/>
    public override string ToString() => $"{Column} of {Table}, row {Row}";
}
