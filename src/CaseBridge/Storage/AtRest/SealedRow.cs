using System.Data.Common;
using System.Globalization;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>A row that was read whole, so that the keys of many rows are asked for at once.</summary>
public sealed class SealedRow
{
    private readonly object[] values;
    private OpeningKeys? keys;

    internal SealedRow(DbDataReader row)
    {
        values = new object[row.FieldCount];
        row.GetValues(values);
    }

    /// <summary>There is nothing.</summary>
    public bool IsDBNull(int column) => values[column] is DBNull;

    /// <summary>Words that aren't sealed.</summary>
    public string GetString(int column) => (string)values[column];

    /// <summary>A number.</summary>
    public long GetInt64(int column) => Convert.ToInt64(values[column], CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public int GetInt32(int column) => Convert.ToInt32(values[column], CultureInfo.InvariantCulture);

    /// <summary>Yes or no.</summary>
    public bool GetBoolean(int column) => Convert.ToBoolean(values[column], CultureInfo.InvariantCulture);

    /// <summary>A value of a key, as it stands in a place.</summary>
    public string GetText(int column) => Convert.ToString(values[column], CultureInfo.InvariantCulture)!;

    /// <summary>Words that are sealed, opened.</summary>
    /// <exception cref="SealBrokenException">They can't be opened.</exception>
    public string Open(int column, Place place) => keys!.Open(place, GetString(column));

    /// <summary>What it was sealed with was erased, with the person.</summary>
    public bool IsErased(int column) => values[column] is string text && keys!.IsErased(text);

    /// <summary>The same where there may be nothing.</summary>
    /// <exception cref="SealBrokenException">They can't be opened.</exception>
    public string? OpenOrNull(int column, Place place) => IsDBNull(column) ? null : Open(column, place);

    /// <summary>Words for a list of many people, where one that can't be opened must not hide the others.</summary>
    public string OpenOr(int column, Place place, string otherwise)
    {
        try
        {
            return OpenOrNull(column, place) ?? otherwise;
        }
        catch (SealBrokenException)
        {
            return otherwise;
        }
    }

    internal IEnumerable<long> KeyIds()
    {
        foreach (var value in values)
        {
            if (value is string text && SealedBytes.KeyOf(text) is { } id)
            {
                yield return id;
            }
        }
    }

    internal T Read<T>(OpeningKeys with, Func<SealedRow, T> read)
    {
        keys = with;
        return read(this);
    }
}
