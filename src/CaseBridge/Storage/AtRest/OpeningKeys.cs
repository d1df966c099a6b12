using System.Collections.Immutable;
using System.Security.Cryptography;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The keys for some rows that were read. Not for two threads at once.</summary>
internal sealed class OpeningKeys(Keyring keyring) : IDisposable
{
    private readonly Dictionary<long, PersonKey?> found = [];
    private readonly Dictionary<long, AesGcm> ciphers = [];

    /// <summary>The numbers of keys that the rows need and that aren't held.</summary>
    public HashSet<long> Missing(IEnumerable<SealedRow> rows)
    {
        var missing = new HashSet<long>();
        foreach (var id in rows.SelectMany(row => row.KeyIds()).Where(id => !found.ContainsKey(id)))
        {
            if (keyring.Find(id) is { } key)
            {
                found[id] = key;
            }
            else
            {
                missing.Add(id);
            }
        }

        return missing;
    }

    /// <summary>Keys out of the table; they are held for the next.</summary>
    public void Add(ImmutableDictionary<long, PersonKey?> keys)
    {
        foreach (var (id, key) in keys)
        {
            found[id] = key;
            if (key is not null)
            {
                keyring.Hold(key);
            }
        }
    }

    /// <summary>Keys that were drawn in this transaction: not for others yet.</summary>
    public void Add(IEnumerable<PersonKey> keys)
    {
        foreach (var key in keys)
        {
            found[key.Id] = key;
        }
    }

    /// <exception cref="SealBrokenException">They can't be opened.</exception>
    public string Open(Place place, string text)
    {
        if (SealedBytes.KeyOf(text) is not { } id)
        {
            throw new SealBrokenException(place, SealFault.NotSealed);
        }

        if (!found.TryGetValue(id, out var key))
        {
            throw new SealBrokenException(place, SealFault.KeyMissing);
        }

        if (key is null)
        {
            throw new SealBrokenException(place, SealFault.Erased);
        }

        if (!ciphers.TryGetValue(id, out var cipher))
        {
            ciphers.Add(id, cipher = key.Cipher());
        }

        return SealedBytes.Open(cipher, place, text);
    }

    /// <summary>The key of these words is known to be erased.</summary>
    public bool IsErased(string text) => SealedBytes.KeyOf(text) is { } id && found.TryGetValue(id, out var key) && key is null;

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values)
        {
            cipher.Dispose();
        }
    }
}
