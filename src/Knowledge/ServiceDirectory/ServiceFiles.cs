using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;
using TransformingLives.Knowledge.ServiceDirectory.Schemas;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Reads <c>content/services/*.json</c>, the council's own records. A bad record is named with its line and field and left out.</summary>
internal static class ServiceFiles
{
    public static ImmutableArray<Service> Load(string folder, DateOnly today, TopicTerms topics, List<KnowledgeProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new KnowledgeProblem("services", 0, "", "This folder is missing: no service can be named."));
            return [];
        }

        var services = new Dictionary<string, Service>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = $"services/{Path.GetFileName(path)}";
            foreach (var service in Parse(file, File.ReadAllBytes(path), today, topics, problems))
            {
                if (!services.TryAdd(service.Id, service))
                {
                    problems.Add(new KnowledgeProblem(file, 0, "id", $"'{service.Name}' has the id of another service, '{services[service.Id].Name}', and was left out."));
                }
            }
        }

        return [.. services.Values];
    }

    /// <summary>The good records of one file.</summary>
    public static ImmutableArray<Service> Parse(string file, byte[] utf8, DateOnly today, TopicTerms topics, List<KnowledgeProblem> problems)
    {
        var records = JsonRecords.Of(utf8);
        if (records.BrokenAt > 0)
        {
            problems.Add(new KnowledgeProblem(file, records.BrokenAt, "", "This is not valid JSON; no service of this file is used."));
            return [];
        }

        var services = ImmutableArray.CreateBuilder<Service>();
        foreach (var ((json, start), index) in records.Records.Select((record, index) => (record, index)))
        {
            var (record, faults) = Read(json);
            if (record is not null)
            {
                services.Add(ServiceReader.Service(record, today, topics) with { Record = JsonSerializer.SerializeToUtf8Bytes(record, OpenReferralJson.Default.OpenReferralService) });
            }

            problems.AddRange(faults.Select(fault => new KnowledgeProblem(file, LineOf(utf8, start), $"[{index}].{fault.Field}".TrimEnd('.'), $"{fault.Message} The record was left out.")));
        }

        return services.ToImmutable();
    }

    /// <summary>One record from its own bytes.</summary>
    public static (OpenReferralService? Record, ImmutableArray<RecordFault> Faults) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var written = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonRecords.Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return RecordCheck.Read(written.RootElement);
        }
        catch (JsonException)
        {
            return (null, [new RecordFault("", $"The record is not valid JSON, or is nested more than {JsonRecords.Deepest} deep.")]);
        }
    }

    private static int LineOf(ReadOnlySpan<byte> utf8, int start) => utf8[..start].Count((byte)'\n') + 1;
}
