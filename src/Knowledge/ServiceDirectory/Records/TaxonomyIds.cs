using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Ids of taxonomies: most feeds give only their name.</summary>
internal static class TaxonomyIds
{
    /// <summary>The taxonomy's own id, or one that the same name always gets (UUID version 8 of RFC 9562, from SHA-256); null for a term of none.</summary>
    public static string? Of(OpenReferralTerm term) => term.TaxonomyId ?? (term.Taxonomy is { } name ? Of(name) : null);

    public static string Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
