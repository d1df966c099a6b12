using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.CaseBridge.Audit;

/// <summary>The hash that ties an entry to all before it.</summary>
internal static class AuditHash
{
    /// <summary>What the first entry stands on.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>SHA-256 over the hash before and every field, each with its length before it, so that no two entries run together alike.</summary>
    public static string Of(string before, long sequence, long at, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(numbers, sequence);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], at);
        hash.AppendData(numbers);
        foreach (var field in new[] { before, entry.Who, entry.Action, entry.Subject, entry.Purpose })
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(numbers, bytes.Length);
            hash.AppendData(numbers[..4]);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
