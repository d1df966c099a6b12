using System.Text.Json;
using TransformingLives.LanguageModel.Tests.Testing;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>One thing that a hostile or broken model does, from <c>answers/hostile.json</c>. <c>{3}</c> in its lines is the text of sentence 3.</summary>
/// <param name="Name">What it does.</param>
/// <param name="How">lines, text, raw, status, silence, huge, trickle, hangs-up.</param>
/// <param name="Body">What it says.</param>
/// <param name="Never">Words that must not reach anybody for it.</param>
internal sealed record HostileCase(string Name, string How, string[] Body, string[] Never)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<HostileCase> All { get; } =
        JsonSerializer.Deserialize<HostileCase[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "answers", "hostile.json")), Options)!;

    public Scripted Answer(Asked asked)
    {
        var lines = Body.Select(line => asked.Sentences.Aggregate(line, (text, sentence) => text.Replace($"{{{sentence.Key}}}", JsonEncodedText.Encode(sentence.Value).ToString(), StringComparison.Ordinal))).ToArray();
        return How switch
        {
            "lines" => Scripted.Lines(lines),
            "text" => Scripted.Text(string.Join('\n', lines)),
            "raw" => Scripted.Raw(string.Join('\n', lines)),
            "html" => Scripted.Raw(string.Join('\n', lines), "text/html"),
            "status" => Scripted.Raw("{\"error\":{\"message\":\"no\"}}", "application/json", int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture)),
            "silence" => Scripted.Silence(),
            "huge" => Scripted.Endless(new string('x', 8000), 10_000_000),
            "huge-line" => Scripted.Endless(lines[0], 10_000_000),
            "trickle" => Scripted.Slowly(string.Join('\n', lines) + "\n", TimeSpan.FromMilliseconds(250)),
            "hangs-up" => Scripted.HangsUp(string.Join('\n', lines)),
            _ => throw new InvalidOperationException($"There is no way '{How}'."),
        };
    }
}
