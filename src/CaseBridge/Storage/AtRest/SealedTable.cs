using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>A table with sealed columns: what the upgrade seals, what the check opens, and what docs/decisions/0040-data-at-rest.md lists.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The columns of its key, in their order; no other table's row has the same place.</param>
/// <param name="Owner">Whose it is, the conversation: an expression in SQL.</param>
/// <param name="Part">What of theirs: an expression in SQL that gives a <see cref="KeyPart"/> as a number.</param>
/// <param name="Columns">The sealed columns, all of text.</param>
public sealed record SealedTable(string Table, ImmutableArray<string> Key, string Owner, string Part, ImmutableArray<string> Columns)
{
    /// <summary>Columns that are made out of the sealed ones, for what has to be counted or found: from a column's words to its values. None by default.</summary>
    public Func<string, string, BlindIndex, ImmutableArray<(string Column, object? Value)>> Beside { get; init; } = (_, _, _) => [];

    /// <summary>Under which it is noted as done: more columns are another name.</summary>
    internal string Name => $"{Table}: {string.Join(' ', Columns)}";

    /// <summary>The place of a value.</summary>
    /// <param name="column">The column.</param>
    /// <param name="key">The values of the key.</param>
    public Place PlaceOf(string column, params ReadOnlySpan<object?> key) => new(Table, column, string.Join('/', key));
}
