using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Reads a feed from an Open Referral UK API, page by page. It is read to its end, or refused whole.</summary>
internal sealed class WebFeed(FeedClient client, bool allowPrivate, IProgress<ImportProgress>? progress)
{
    private const int PageSize = 100;
    private const int MostPages = 10_000;
    private const long LongestFeed = 1_500_000_000;
    private const int AtOnce = 4;

    public async Task<FeedContents> ReadAsync(Uri from, CancellationToken cancellationToken)
    {
        var services = FeedAddress.Services(from);
        if (FeedAddress.IsFile(services))
        {
            return (await PageAsync(services, 1, cancellationToken)) is var (file, wrong) && file is not null ? new FeedContents(Records(file, Path.GetFileName(services.AbsolutePath)), []) : FeedContents.Refused(wrong);
        }

        var (records, last, refusal) = await PagesAsync(services, cancellationToken);
        if (refusal is not null)
        {
            return FeedContents.Refused(refusal);
        }

        return last?.TotalItems is { } total && records.Count < total
            ? FeedContents.Refused($"The feed says that it has {total:N0} services, and sent only {records.Count:N0}.")
            : await WholeAsync(services, records, cancellationToken);
    }

    private async Task<(List<FeedRecord> Records, JsonPage? Last, string? Refusal)> PagesAsync(Uri services, CancellationToken cancellationToken)
    {
        var records = new List<FeedRecord>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var bytes = 0L;
        for (var number = 1; number <= MostPages; number++)
        {
            var (page, wrong) = await PageAsync(WithPage(services, number), number, cancellationToken);
            if (page is null)
            {
                return ([], null, wrong);
            }

            var sent = Records(page, $"page {number}");
            var before = seen.Count;
            seen.UnionWith(sent.Select(record => record.Known().Id));
            if (number > 1 && sent.Length > 0 && seen.Count == before && page.Page?.IsLast != true)
            {
                return ([], null, $"The feed sends the same services again on page {number}, so its end can't be found.");
            }

            records.AddRange(sent);
            bytes += sent.Sum(record => (long)record.Json.Length);
            progress?.Report(new ImportProgress(ImportStage.Reading, records.Count, page.Page?.TotalItems));
            if (bytes > LongestFeed)
            {
                return ([], null, $"The feed sent more than {LongestFeed:N0} bytes.");
            }

            if (page.Page is null || page.Page.IsLast == true || sent.Length == 0 || number >= (page.Page.TotalPages ?? int.MaxValue))
            {
                return (records, page.Page, null);
            }
        }

        return ([], null, $"The feed has more than {MostPages:N0} pages.");
    }

    // A list may hold services in short; then each is asked for by its id.
    private async Task<FeedContents> WholeAsync(Uri services, List<FeedRecord> records, CancellationToken cancellationToken)
    {
        var whole = records.ToArray();
        var unreadable = new List<LeftOutRecord>();
        string? refusal = null;
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, whole.Length).Where(index => IsShort(whole[index])), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (index, token) =>
        {
            var (id, name) = whole[index].Known();
            if (refusal is not null || !Guid.TryParseExact(id, "D", out _))
            {
                return;
            }

            var answer = await client.GetAsync(new UriBuilder(services) { Path = $"{services.AbsolutePath.TrimEnd('/')}/{id}", Query = "" }.Uri, allowPrivate, token);
            if (answer.Body is { } body && JsonRecords.Of(body) is { BrokenAt: 0, Records: [var (json, _), ..] })
            {
                whole[index] = new FeedRecord($"services/{id}", json);
            }
            else if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                lock (unreadable)
                {
                    unreadable.Add(new LeftOutRecord(whole[index].Where, id, name, "", "The feed lists this service, and doesn't have it."));
                }

                whole[index] = default;
            }
            else
            {
                refusal = answer.Failure.Length > 0 ? answer.Failure : $"The answer for the service {id} is not JSON.";
            }

            progress?.Report(new ImportProgress(ImportStage.Reading, Interlocked.Increment(ref done), whole.Length));
        });
        return refusal is null ? new FeedContents([.. whole.Where(record => record.Where is not null)], [.. unreadable]) : FeedContents.Refused(refusal);
    }

    private async Task<(JsonRecords? Page, string Wrong)> PageAsync(Uri address, int number, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(address, allowPrivate, cancellationToken);
        if (answer.Body is null)
        {
            return (null, answer.Failure);
        }

        var page = JsonRecords.Of(answer.Body);
        return page.BrokenAt > 0 || (page.Page is null && !IsRecords(answer.Body))
            ? (null, $"Page {number} of the feed is not a page of Open Referral UK: it should be JSON with a list called 'contents'.")
            : (page, "");
    }

    private static bool IsRecords(ReadOnlySpan<byte> body) => body.Trim(" \r\n\t\uFEFF"u8) is [(byte)'[', ..] || body.IndexOf("\n{"u8) > 0 || body.IndexOf("\"organization\""u8) > 0;

    private static ImmutableArray<FeedRecord> Records(JsonRecords page, string name) => [.. page.Records.Select((record, index) => new FeedRecord($"{name}[{index}]", record.Json))];

    private static Uri WithPage(Uri services, int number)
    {
        var query = services.Query.TrimStart('?');
        return new UriBuilder(services) { Query = $"{(query.Length > 0 ? query + "&" : "")}page={number}&per_page={PageSize}&full=true" }.Uri;
    }

    /// <summary>It has none of the lists that a whole service has.</summary>
    private static bool IsShort(FeedRecord record)
    {
        try
        {
            using var json = JsonDocument.Parse(record.Json, new JsonDocumentOptions { MaxDepth = JsonRecords.Deepest });
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.EnumerateObject().Any(property => property.Value.ValueKind == JsonValueKind.Array);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
