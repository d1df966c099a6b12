using System.Collections.Immutable;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Takes what a feed sent: every record is checked, the good ones take the place of the feed's earlier ones at once, and the others are named.</summary>
internal static class ImportFeed
{
    private const int MostCategories = 10;

    /// <param name="request">What to import, and to where.</param>
    /// <param name="contents">What the feed sent.</param>
    public static ImportReport Take(ImportRequest request, FeedContents contents, DateTimeOffset now, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (contents.Refusal is { } reason)
        {
            return new ImportReport { Name = request.Name, From = request.From, Refusal = reason };
        }

        var topics = TopicTermFiles.Load(Path.Combine(request.ContentPath, "services"), []);
        var all = Check(contents.Records, DateOnly.FromDateTime(now.UtcDateTime), topics, progress, cancellationToken);
        var (taken, twice) = Distinct(all, contents.Records);
        var report = Summary(request, contents, all, taken, twice);
        if (taken.Length == 0)
        {
            return report with { Refusal = "There is no record in it that can be taken, so what was there before stays." };
        }

        var folder = new FeedFolder(Path.Combine(request.DirectoryPath, request.Name));
        var (added, changed, gone) = Changes(folder, taken);
        var lines = Lines(taken);
        var isNew = folder.Write(request.Name, request.From, lines, taken.Length, now);
        return report with { IsChanged = isNew, Added = isNew ? added : 0, Changed = isNew ? changed : 0, Gone = isNew ? gone : 0 };
    }

    private static CheckedRecord[] Check(ImmutableArray<FeedRecord> records, DateOnly today, TopicTerms topics, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        return [.. records.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(record =>
        {
            var result = CheckedRecord.Of(record, today, topics);
            progress?.Report(new ImportProgress(ImportStage.Checking, Interlocked.Increment(ref done), records.Length));
            return result;
        })];
    }

    // Paging may send a record twice; the first of an id counts.
    private static (CheckedRecord[] Taken, ImmutableArray<LeftOutRecord> Twice) Distinct(CheckedRecord[] all, ImmutableArray<FeedRecord> written)
    {
        var byId = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var twice = ImmutableArray.CreateBuilder<LeftOutRecord>();
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Json is not null && !byId.TryAdd(all[i].Id, i))
            {
                var first = written[byId[all[i].Id]].Where;
                twice.Add(new LeftOutRecord(written[i].Where, all[i].Id, all[i].Service!.Name, "id", $"The id is that of {first} too; the first counts."));
            }
        }

        return ([.. byId.Values.Select(index => all[index]).OrderBy(record => record.Id, StringComparer.Ordinal)], twice.ToImmutable());
    }

    private static ImportReport Summary(ImportRequest request, FeedContents contents, CheckedRecord[] all, CheckedRecord[] taken, ImmutableArray<LeftOutRecord> twice) => new()
    {
        Name = request.Name,
        From = request.From,
        Read = all.Length,
        Taken = taken.Length,
        NotActive = taken.Count(record => !record.Service!.IsActive),
        WithoutTopic = taken.Count(record => record.Service!.Topics.IsEmpty),
        CategoriesWithoutTopic = [.. taken.Where(record => record.Service!.Topics.IsEmpty).SelectMany(record => record.Categories).GroupBy(category => category, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostCategories).Select(group => $"{group.Key} ({group.Count()})")],
        WithoutPosition = taken.Count(record => record.Service is { Sites.IsEmpty: true, IsNational: false }),
        WithoutAssurance = taken.Count(record => record.Service!.Assured is null),
        LeftOutRecords = all.Count(record => record.Json is null) + twice.Length + contents.Unreadable.Length,
        LeftOut = [.. contents.Unreadable, .. all.SelectMany(record => record.Reasons), .. twice],
    };

    private static (int Added, int Changed, int Gone) Changes(FeedFolder folder, CheckedRecord[] taken)
    {
        var before = Before(folder);
        var added = taken.Count(record => !before.ContainsKey(record.Id));
        var same = taken.Count(record => before.TryGetValue(record.Id, out var old) && old.Span.SequenceEqual(record.Json));
        return (added, taken.Length - added - same, before.Count - (taken.Length - added));
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Before(FeedFolder folder)
    {
        try
        {
            return folder.Read() is { } manifest
                ? JsonRecords.OfLines(folder.ReadRecords(manifest)).Records.Select(record => new FeedRecord("", record.Json)).DistinctBy(record => record.Known().Id).ToDictionary(record => record.Known().Id, record => record.Json, StringComparer.Ordinal)
                : [];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static byte[] Lines(CheckedRecord[] records)
    {
        var lines = new byte[records.Sum(record => record.Json!.Length + 1)];
        var at = 0;
        foreach (var record in records)
        {
            record.Json!.CopyTo(lines, at);
            at += record.Json.Length;
            lines[at++] = (byte)'\n';
        }

        return lines;
    }
}
