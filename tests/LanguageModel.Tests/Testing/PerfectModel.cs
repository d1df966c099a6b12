using System.Text.Json;

namespace TransformingLives.LanguageModel.Tests.Testing;

/// <summary>A model that does all that it is asked to, and no more.</summary>
internal static class PerfectModel
{
    public static Scripted Answer(Asked asked) => Wording(asked);

    /// <summary>The first sentences as they are.</summary>
    private static Scripted Wording(Asked asked) => Scripted.Lines(
        ["{\"opening\":\"thanks\"}", .. asked.Sentences.Take(6).Select(sentence => JsonSerializer.Serialize(new { from = sentence.Key, text = sentence.Value }))]);
}
