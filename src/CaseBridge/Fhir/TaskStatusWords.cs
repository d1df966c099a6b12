using System.Text.Json;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>Reads from a search for our task what became of a referral.</summary>
internal static class TaskStatusWords
{
    /// <summary>Null when the server knows no such task, or its answer isn't one.</summary>
    public static CaseStatus? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!json.RootElement.TryGetProperty("entry", out var entries) || entries.GetArrayLength() == 0)
            {
                return null;
            }

            var task = entries[0].GetProperty("resource");
            return new CaseStatus(Status(task.GetProperty("status").GetString()), Text(task, "businessStatus") ?? Text(task, "statusReason"), Owner(task));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // HL7 FHIR 4.0.1, value set task-status.
    private static string Status(string? status) => status switch
    {
        "accepted" or "received" or "ready" => "accepted",
        "in-progress" => "in_progress",
        "on-hold" => "on_hold",
        "completed" => "completed",
        "rejected" or "cancelled" or "failed" or "entered-in-error" => "declined",
        _ => "sent",
    };

    private static string? Text(JsonElement task, string name) =>
        task.TryGetProperty(name, out var concept) && concept.TryGetProperty("text", out var text) ? text.GetString() : null;

    // The team is what we said ourselves; a person is news.
    private static string? Owner(JsonElement task) =>
        task.TryGetProperty("owner", out var owner) && owner.TryGetProperty("reference", out _) && owner.TryGetProperty("display", out var display) ? display.GetString() : null;
}
