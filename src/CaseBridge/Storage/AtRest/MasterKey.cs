using System.Security.Cryptography;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The council's own key. It seals nothing but people's keys, and stands in no database and no back-up.</summary>
public sealed class MasterKey
{
    /// <summary>Its length in bytes, AES-256.</summary>
    public const int Length = 32;

    private readonly byte[] bytes;

    private MasterKey(byte[] bytes)
    {
        this.bytes = bytes;
        Id = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, 4, info: "transforming-lives master key id"u8.ToArray()));
    }

    /// <summary>Eight hexadecimal digits made from the key, that tell nothing of it: what was wrapped under it says so.</summary>
    public string Id { get; }

    /// <summary>As it is written in a file or the environment.</summary>
    public string Text => Convert.ToBase64String(bytes);

    /// <summary>The key itself.</summary>
    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A new one.</summary>
    public static MasterKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key that is written so; null when it isn't 32 bytes of base64.</summary>
    public static MasterKey? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> read = stackalloc byte[Length + 3];
        return Convert.TryFromBase64String(text.Trim(), read, out var length) && length == Length ? new MasterKey(read[..Length].ToArray()) : null;
    }
}
