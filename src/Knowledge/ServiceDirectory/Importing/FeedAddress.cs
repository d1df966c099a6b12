using System.Text.RegularExpressions;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Where a feed is, as it is written on the command line.</summary>
internal static partial class FeedAddress
{
    private const int LongestName = 60;

    /// <summary>The web address; null for a file or folder.</summary>
    public static Uri? Web(string from) => Uri.TryCreate(from, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : null;

    /// <summary>Where the list of services is: "https://example.gov.uk/api" has it at "…/api/services"; a file is where it is.</summary>
    public static Uri Services(Uri from)
    {
        var path = from.AbsolutePath.TrimEnd('/');
        return path.EndsWith("/services", StringComparison.OrdinalIgnoreCase) || IsFile(from) ? from : new UriBuilder(from) { Path = $"{path}/services" }.Uri;
    }

    /// <summary>It is one file, and has no pages.</summary>
    public static bool IsFile(Uri from) => Path.GetExtension(from.AbsolutePath) is ".json" or ".ndjson" or ".jsonl";

    public static string NameFor(string from)
    {
        var given = Web(from)?.Host ?? Path.GetFileNameWithoutExtension(from.TrimEnd('/', '\\'));
        var name = Other().Replace(given.ToLowerInvariant(), "-").Trim('-');
        name = name.Length > LongestName ? name[..LongestName] : name;
        return IsName(name) ? name : "feed";
    }

    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
