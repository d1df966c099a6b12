using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>
/// Finds sealed values by equality: HMAC-SHA-256 with a key for each column, derived by HKDF from the database's own key. That key, and not the master key, so
/// that a rotation changes none of them. Whoever has the disk alone sees that two rows share a value, and not which.
/// </summary>
public sealed class BlindIndex
{
    /// <summary>128 bits: no two values of a council meet by chance.</summary>
    private const int Length = 16;

    private readonly PersonKey store;
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    internal BlindIndex(PersonKey store) => this.store = store;

    /// <summary>What stands in the column in place of the value; null for null.</summary>
    /// <param name="column">Table and column: the same value is another in each.</param>
    /// <param name="value">The value, written as it is compared.</param>
    public string? Of(string column, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var key = keys.GetOrAdd(column, name => store.Derive($"blind index {name}"));
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)).AsSpan(0, Length));
    }
}
