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

        // A directory may be large, and its records know nothing of each other.
        var services = JsonRecords.OfLines(bytes).Records.AsParallel().AsOrdered().Select(record => Read(record.Json, name, today, topics)).ToArray();
        var damaged = services.Count(service => service is null);
        if (damaged > 0)
        {
            problems.Add(new KnowledgeProblem($"directory/{name}", 0, "", $"{damaged} records of this imported feed are damaged and left out. Import it again.", IsError: false));
        }

        return [.. services.OfType<Service>()];
    }

    private static Service? Read(ReadOnlyMemory<byte> json, string feed, DateOnly today, TopicTerms topics)
    {
        try
        {
            return ServiceReader.Service(JsonSerializer.Deserialize(json.Span, OpenReferralJson.Default.OpenReferralService)!, today, topics) with { Feed = feed, Record = json };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
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
