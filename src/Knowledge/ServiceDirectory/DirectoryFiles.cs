using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Importing;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>All services there are: the council's own first, then those of each imported feed. An id counts once.</summary>
internal static class DirectoryFiles
{
    public static ImmutableArray<Service> Load(KnowledgeOptions options, List<KnowledgeProblem> problems)
    {
        var today = DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);
        var own = Path.Combine(options.ContentPath, "services");
        var topics = TopicTermFiles.Load(own, problems);
        var services = ServiceFiles.Load(own, today, topics, problems);
        var ids = services.Select(service => service.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. services, .. FeedFolder.All(options.DirectoryPath).SelectMany(feed => Feed(feed, today, topics, problems)).Where(service => ids.Add(service.Id))];
    }

    /// <summary>The state of all feeds: the same feeds have the same state.</summary>
    public static string StateOf(string? directory) => string.Join(';', FeedFolder.All(directory).Select(feed => $"{feed.Path}:{feed.Read()?.Hash}"));

    // These records were checked when they came. Trouble with a feed never stops the council's own content: it is a warning.
    private static ImmutableArray<Service> Feed(FeedFolder feed, DateOnly today, TopicTerms topics, List<KnowledgeProblem> problems)
    {
        var name = Path.GetFileName(feed.Path);
        if (Records(feed) is not { } bytes)
        {
            problems.Add(new KnowledgeProblem($"directory/{name}/{FeedFolder.ManifestName}", 0, "", "This imported feed can't be read; its services are left out. Import it again.", IsError: false));
            return [];
        }

        var services = ImmutableArray.CreateBuilder<Service>();
        foreach (var (json, _) in JsonRecords.OfLines(bytes).Records)
        {
            try
            {
                var record = JsonSerializer.Deserialize(json.Span, OpenReferralJson.Default.OpenReferralService)!;
                services.Add(ServiceReader.Service(record, today, topics) with { Feed = name, Record = json });
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                problems.Add(new KnowledgeProblem($"directory/{name}", services.Count + 1, "", "A record of this imported feed was damaged and is left out. Import it again.", IsError: false));
            }
        }

        return services.ToImmutable();
    }

    // An import may swap the file between two looks: then the second finds the new one.
    private static byte[]? Records(FeedFolder feed)
    {
        for (var look = 0; look < 2; look++)
        {
            try
            {
                if (feed.Read() is { } manifest)
                {
                    return feed.ReadRecords(manifest);
                }
            }
            catch (IOException)
            {
                continue;
            }
        }

        return null;
    }
}
