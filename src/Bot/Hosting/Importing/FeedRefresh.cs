using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>Imports the council's feeds again when they are due: once after the start, then as often as <c>council.yaml</c> says.</summary>
internal sealed class FeedRefresh(Folders folders, SurroundingsSource source, Func<DirectoryImport> import, TimeProvider clock, ILogger<FeedRefresh> logger)
{
    private readonly Dictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);

    /// <summary>Imports what is due, one after another.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> RefreshDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = source.At(now).Content.Council.Feeds.Where(feed => !last.TryGetValue(feed.Name, out var before) || now - before >= feed.Every).ToArray();
        foreach (var feed in due)
        {
            last[feed.Name] = now;
            await RefreshAsync(feed, cancellationToken);
        }

        return due.Length;
    }

    private async Task RefreshAsync(CouncilFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            var report = await import().RunAsync(new ImportRequest(feed.From, feed.Name, folders.Directory, folders.Content), null, cancellationToken);
            if (report.Refusal is { } reason)
            {
                FeedLog.Refused(logger, feed.Name, reason);
            }
            else
            {
                FeedLog.Imported(logger, feed.Name, report.Taken, report.LeftOutRecords, report.Added, report.Changed, report.Gone);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            FeedLog.Failed(logger, exception, feed.Name);
        }
    }
}
