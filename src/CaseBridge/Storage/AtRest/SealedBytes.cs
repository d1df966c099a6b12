using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>
/// How a sealed value is laid out: a version byte, the number of the person's key (8 bytes), a nonce (12), the ciphertext, a tag (16); AES-256-GCM, NIST SP 800-38D.
/// In a column of text it stands as base64, and long words are compressed first (version 2): what is sealed can't be compressed by the database any more.
/// </summary>
public static class SealedBytes
{
    private const byte Version = 1;
    private const byte Compressed = 2;

    /// <summary>Shorter words don't get shorter.</summary>
    private const int WorthCompressing = 512;
    private const int KeyAt = 1;
    private const int NonceAt = KeyAt + sizeof(long);
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int CipherAt = NonceAt + NonceLength;

    /// <summary>So many bytes more than what is in it.</summary>
    public const int Overhead = CipherAt + TagLength;

    /// <summary>The first twelve characters of base64 are the version and the number of the key.</summary>
    private const int TextOfKey = (NonceAt / 3) * 4;

    /// <summary>Seals words for a column of text.</summary>
    public static string Seal(AesGcm cipher, long keyId, Place place, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var bytes = Encoding.UTF8.GetBytes(words);
        return Convert.ToBase64String(bytes.Length < WorthCompressing ? Seal(cipher, keyId, place, Version, bytes) : Seal(cipher, keyId, place, Compressed, Shorter(bytes)));
    }

    /// <summary>Seals bytes.</summary>
    public static byte[] Seal(AesGcm cipher, long keyId, Place place, ReadOnlySpan<byte> bytes) => Seal(cipher, keyId, place, Version, bytes);

    private static byte[] Seal(AesGcm cipher, long keyId, Place place, byte version, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        var made = new byte[Overhead + bytes.Length];
        made[0] = version;
        BinaryPrimitives.WriteInt64BigEndian(made.AsSpan(KeyAt), keyId);
        RandomNumberGenerator.Fill(made.AsSpan(NonceAt, NonceLength));
        cipher.Encrypt(made.AsSpan(NonceAt, NonceLength), bytes, made.AsSpan(CipherAt, bytes.Length), made.AsSpan(CipherAt + bytes.Length), Bound(place, version));
        return made;
    }

    /// <summary>The number of the key that words were sealed with; null when they aren't sealed.</summary>
    public static long? KeyOf(string? text)
    {
        Span<byte> head = stackalloc byte[NonceAt];
        return text is { Length: > TextOfKey } && Convert.TryFromBase64Chars(text.AsSpan(0, TextOfKey), head, out var length) && length == NonceAt ? KeyOf(head) : null;
    }

    /// <summary>The number of the key that bytes were sealed with; null when they aren't sealed.</summary>
    public static long? KeyOf(ReadOnlySpan<byte> bytes) => bytes.Length >= NonceAt && bytes[0] is Version or Compressed ? BinaryPrimitives.ReadInt64BigEndian(bytes[KeyAt..]) : null;

    /// <summary>Opens the words of a column of text.</summary>
    /// <exception cref="SealBrokenException">They were altered, or belong elsewhere.</exception>
    public static string Open(AesGcm cipher, Place place, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[text.Length * 3 / 4];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(Open(cipher, place, bytes.AsSpan(0, length))) : throw new SealBrokenException(place, SealFault.Altered);
    }

    /// <summary>Opens bytes.</summary>
    /// <exception cref="SealBrokenException">They were altered, or belong elsewhere.</exception>
    public static byte[] Open(AesGcm cipher, Place place, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        if (bytes.Length < Overhead || bytes[0] is not (Version or Compressed))
        {
            throw new SealBrokenException(place, SealFault.Altered);
        }

        var opened = new byte[bytes.Length - Overhead];
        try
        {
            cipher.Decrypt(bytes.Slice(NonceAt, NonceLength), bytes[CipherAt..^TagLength], bytes[^TagLength..], opened, Bound(place, bytes[0]));
            return bytes[0] == Compressed ? Whole(opened) : opened;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException(place, SealFault.Altered);
        }
    }

    // The version is bound as well: nobody makes one of the other.
    private static byte[] Bound(Place place, byte version) => version == Version ? place.Bytes() : [.. place.Bytes(), version];

    private static byte[] Shorter(byte[] bytes)
    {
        using var made = new MemoryStream(bytes.Length / 2);
        using (var deflate = new DeflateStream(made, CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }

        return made.ToArray();
    }

    private static byte[] Whole(byte[] shorter)
    {
        using var inflate = new DeflateStream(new MemoryStream(shorter), CompressionMode.Decompress);
        using var made = new MemoryStream(shorter.Length * 4);
        inflate.CopyTo(made);
        return made.ToArray();
    }

    /// <summary>AES-GCM with tags of full length.</summary>
    internal static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagLength);
}
