using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Knowledge;

/// <summary>The door through which a council's own directory comes in.</summary>
public sealed class DirectoryImport(FeedClient client, TimeProvider clock)
{
    /// <summary>The file in the folder of a feed that changes when its services change.</summary>
    public const string ManifestName = FeedFolder.ManifestName;

    /// <summary>Imports a feed: all of its good records at once, or nothing. The whole report is written beside the feed.</summary>
    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var contents = FeedAddress.Web(request.From) is { } address
            ? await new WebFeed(client, request.AllowPrivateAddresses, progress).ReadAsync(address, cancellationToken)
            : FeedFiles.Read(request.From, cancellationToken);
        var now = clock.GetUtcNow();
        var report = ImportFeed.Take(request, contents, now, progress, cancellationToken);
        return report with { ReportPath = ReportText.Write(report, Path.Combine(request.DirectoryPath, request.Name), now) };
    }

    /// <summary>A name for a feed that was given none: the host, the file or the folder.</summary>
    public static string NameFor(string from) => FeedAddress.NameFor(from);

    /// <summary>A name may be that of a folder: small letters, digits and dashes, at most 60.</summary>
    public static bool IsName(string name) => FeedAddress.IsName(name);

    /// <summary>The report in words, with at most so many of the records left out.</summary>
    public static string InWords(ImportReport report, int mostLeftOut)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportText.Of(report, mostLeftOut);
    }
}
