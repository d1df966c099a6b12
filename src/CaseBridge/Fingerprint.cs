using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformingLives.CaseBridge;

/// <summary>
/// Whoever knows the id of a conversation can read it, and a log is read by many: where it is named there it goes by its fingerprint, 12 signs of its
/// SHA-256, the same for the same id.
/// </summary>
public static partial class Fingerprint
{
    private const int Length = 12;

    /// <summary>The fingerprint of an id.</summary>
    public static string Of(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..Length];

    /// <summary>The text with every id in it in this form.</summary>
    public static string InPlaceOfIds(string text) => Ids().Replace(text, id => Of(id.Value));

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();
}
