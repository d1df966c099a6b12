using System.Text.Json;
using System.Text.Json.Nodes;

namespace TransformingLives.LanguageModel.Tests.Testing;

/// <summary>A model that does all that it is asked to, and no more. What it reads in messages is in <c>answers/perfect-reading.json</c>.</summary>
internal static class PerfectModel
{
    private static readonly JsonObject Readings = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "answers", "perfect-reading.json")))!.AsObject();

    public static Scripted Answer(Asked asked) => asked.Part("message").Length > 0 ? Scripted.Text(Reading(asked.Part("message"))) : Scripted.Lines(
        ["{\"opening\":\"thanks\"}", .. asked.Sentences.Take(6).Select(sentence => JsonSerializer.Serialize(new { from = sentence.Key, text = sentence.Value }))]);

    /// <summary>What the file has for the message, else nothing.</summary>
    public static string Reading(string message) => Readings[message]?.ToJsonString() ?? "{\"answers\":[],\"concerns\":[]}";
}
