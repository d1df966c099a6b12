using System.Text.Json;
using System.Text.RegularExpressions;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>An OperationOutcome in words for staff. The body may be anything: HTML from a proxy, or nothing.</summary>
internal static partial class OutcomeWords
{
    private const int Longest = 600;

    /// <summary>What the last name of a FHIRPath means to a worker, and so which answer has to be mended.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["birthDate"] = "date of birth",
        ["name"] = "name",
        ["telecom"] = "phone or e-mail",
        ["address"] = "address",
        ["postalCode"] = "postcode",
        ["relationship"] = "relation",
        ["priority"] = "priority",
        ["owner"] = "team",
        ["reasonCode"] = "reasons",
        ["attachment"] = "document",
        ["data"] = "document",
        ["restriction"] = "time to be in touch by",
    };

    public static string Of(int status, string body)
    {
        var issues = Issues(body).Take(5).ToList();
        var words = issues.Count == 0 ? $"The case system answered {status} without saying why." : $"The case system answered {status}: {string.Join(" ", issues)}";
        return words.Length <= Longest ? words : $"{words[..Longest]}…";
    }

    private static List<string> Issues(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("issue", out var issues) && issues.ValueKind == JsonValueKind.Array
                ? [.. issues.EnumerateArray().Where(IsError).Select(Issue)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool IsError(JsonElement issue) => Text(issue, "severity") is "error" or "fatal";

    private static string Issue(JsonElement issue)
    {
        var said = issue.TryGetProperty("details", out var details) ? Text(details, "text") : null;
        said ??= Text(issue, "diagnostics") ?? Text(issue, "code") ?? "no reason given";
        return Field(issue) is { } field ? $"{field}: {said.TrimEnd('.')}." : $"{said.TrimEnd('.')}.";
    }

    private static string? Field(JsonElement issue)
    {
        foreach (var name in new[] { "expression", "location" })
        {
            if (issue.TryGetProperty(name, out var paths) && paths.ValueKind == JsonValueKind.Array && paths.GetArrayLength() > 0 && paths[0].GetString() is { } path)
            {
                return Names().Matches(path).Select(match => Fields.GetValueOrDefault(match.Value)).LastOrDefault(field => field is not null) ?? path;
            }
        }

        return null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Names();
}
