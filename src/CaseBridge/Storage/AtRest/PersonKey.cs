using System.Security.Cryptography;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The key of one person, as far as they are known: of one conversation and what came of it. Erasing it erases all that was sealed with it, wherever a copy is.</summary>
public sealed class PersonKey
{
    private readonly byte[] bytes;

    private PersonKey(long id, string owner, KeyPart part, byte[] bytes)
    {
        Id = id;
        Owner = owner;
        Part = part;
        this.bytes = bytes;
    }

    /// <summary>Its number, drawn at random.</summary>
    public long Id { get; }

    /// <summary>The conversation.</summary>
    public string Owner { get; }

    /// <summary>What of theirs it seals.</summary>
    public KeyPart Part { get; }

    /// <summary>A new one.</summary>
    internal static PersonKey New(string owner, KeyPart part) =>
        new(BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), owner, part, RandomNumberGenerator.GetBytes(MasterKey.Length));

    /// <summary>Something to seal and open with; not for two threads at once.</summary>
    public AesGcm Cipher() => SealedBytes.Cipher(bytes);

    /// <summary>Seals bytes for their place.</summary>
    public byte[] SealBytes(Place place, ReadOnlySpan<byte> plain)
    {
        using var cipher = Cipher();
        return SealedBytes.Seal(cipher, Id, place, plain);
    }

    /// <summary>These bytes were sealed with this key, for this place.</summary>
    public bool IsSealedBy(Place place, ReadOnlySpan<byte> found)
    {
        if (SealedBytes.KeyOf(found) != Id)
        {
            return false;
        }

        try
        {
            using var cipher = Cipher();
            SealedBytes.Open(cipher, place, found);
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    /// <summary>A key for one use, derived from this one by HKDF-SHA-256.</summary>
    internal byte[] Derive(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, MasterKey.Length, info: System.Text.Encoding.UTF8.GetBytes(use));

    /// <summary>As it is kept.</summary>
    internal string Wrap(MasterKey master)
    {
        using var cipher = SealedBytes.Cipher(master.Bytes);
        return Convert.ToBase64String(SealedBytes.Seal(cipher, Id, Where(Id, Owner, Part), bytes));
    }

    /// <exception cref="SealBrokenException">It was altered.</exception>
    internal static PersonKey Unwrap(MasterKey master, long id, string owner, KeyPart part, string wrapped)
    {
        using var cipher = SealedBytes.Cipher(master.Bytes);
        var place = Where(id, owner, part);
        var sealedKey = new byte[wrapped.Length * 3 / 4];
        return Convert.TryFromBase64String(wrapped, sealedKey, out var length)
            ? new PersonKey(id, owner, part, SealedBytes.Open(cipher, place, sealedKey.AsSpan(0, length)))
            : throw new SealBrokenException(place, SealFault.Altered);
    }

    private static Place Where(long id, string owner, KeyPart part) => new("person_keys", "wrapped", $"{id}/{owner}/{(int)part}");
}
