using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Reads <c>content/services/*.json</c>: arrays of Open Referral UK services. A bad record is named and left out.</summary>
internal static class ServiceFiles
{
    public static ImmutableArray<Service> Load(string folder, List<KnowledgeProblem> problems)
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
            foreach (var service in Parse(file, File.ReadAllBytes(path), problems))
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
    public static ImmutableArray<Service> Parse(string file, byte[] utf8, List<KnowledgeProblem> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
            {
                problems.Add(new KnowledgeProblem(file, 1, "", "The file should be a list of services: [ … ]."));
                return [];
            }

            return [.. json.RootElement.EnumerateArray().Select((record, index) => Read(file, utf8, record, index, problems)).OfType<Service>()];
        }
        catch (JsonException exception)
        {
            problems.Add(new KnowledgeProblem(file, (int)(exception.LineNumber ?? 0) + 1, "", "This is not valid JSON; no service of this file is used."));
            return [];
        }
    }

    private static Service? Read(string file, byte[] utf8, JsonElement record, int index, List<KnowledgeProblem> problems)
    {
        var (service, field, message) = ServiceReader.Read(record);
        if (service is null)
        {
            var id = record.ValueKind == JsonValueKind.Object && record.TryGetProperty("id", out var written) && written.ValueKind == JsonValueKind.String ? written.GetString() : null;
            problems.Add(new KnowledgeProblem(file, LineOf(utf8, id), $"[{index}].{field}".TrimEnd('.'), $"{message} The record was left out."));
        }

        return service;
    }

    private static int LineOf(byte[] utf8, string? id)
    {
        var at = string.IsNullOrEmpty(id) ? -1 : utf8.AsSpan().IndexOf(Encoding.UTF8.GetBytes(id));
        return at < 0 ? 0 : utf8.AsSpan(0, at).Count((byte)'\n') + 1;
    }
}
