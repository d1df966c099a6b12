using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.Prompts;
using TransformingLives.Bot.Reading.Suggesting;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.LanguageModel.ReadingAgain;

/// <summary>Asks what a message says, and reads the answer: it may only point at words of the message.</summary>
/// <param name="mask">Puts back what was taken out of the message.</param>
internal sealed class ReadAgain(PersonalMask mask)
{
    private const int MostQuestions = 25;
    private const int LongestAnswer = 8000;
    private const int MostParts = 20;

    /// <summary>The questions that it may point at words for, the open one first.</summary>
    public static ImmutableArray<Question> Questions(Conversation conversation, Surroundings around) =>
    [
        .. around.Content.Forms.SelectMany(form => form.Questions)
            .Where(question => TakeSuggestions.MayFill(question, conversation))
            .OrderByDescending(question => question.Id == conversation.OpenQuestion)
            .Take(MostQuestions),
    ];

    /// <summary>What is asked.</summary>
    /// <param name="message">The message, masked.</param>
    public static ModelRequest Request(Prompt prompt, string message, ImmutableArray<Question> questions) => new(prompt.Id, prompt.System, $"""
        <message>
        {message.Replace('<', '(').Replace('>', ')')}
        </message>
        <questions>
        {string.Join('\n', questions.Select(Line))}
        </questions>
        """)
    {
        Schema = SchemaOf(questions).ToJsonString(),
    };

    /// <summary>What it pointed at.</summary>
    public async Task<Judged<SuggestedReading>> ReadAsync(IAsyncEnumerable<string> pieces)
    {
        var text = new StringBuilder();
        await foreach (var piece in pieces)
        {
            if (text.Append(piece).Length > LongestAnswer)
            {
                return new Judged<SuggestedReading>(null, ModelVerdict.NotGrounded, 0, 1);
            }
        }

        return Parse(text.ToString()) is not { } read ? new Judged<SuggestedReading>(null, ModelVerdict.NotGrounded, 0, 1)
            : new Judged<SuggestedReading>(read, read.Answers.IsEmpty && read.Concerns.IsEmpty ? ModelVerdict.NotNeeded : ModelVerdict.Used, read.Answers.Length + read.Concerns.Length, 0);
    }

    private SuggestedReading? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new SuggestedReading(
                    [.. Items(json.RootElement, "answers").Select(item => new SuggestedAnswer(Text(item, "question"), mask.Back(Text(item, "quote"))))],
                    [.. Items(json.RootElement, "concerns").SelectMany(Concern)])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<SuggestedConcern> Concern(JsonElement item) =>
        Enum.GetValues<ConcernKind>().Where(kind => kind.Code() == Text(item, "kind")).Select(kind => new SuggestedConcern(kind, mask.Back(Text(item, "quote"))));

    private static IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(MostParts) : [];

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Line(Question question, int index) =>
        $"{question.Id}{(index == 0 ? " (asked just now)" : "")}: {question.Ask}{(question.Options.IsEmpty ? "" : $" [{string.Join(" / ", question.Options.Select(option => option.Label))}]")}";

    private static JsonObject SchemaOf(ImmutableArray<Question> questions) => ObjectOf(
        ("answers", ListOf(ObjectOf(("question", OneOf(questions.Select(question => question.Id))), ("quote", new JsonObject { ["type"] = "string" })))),
        ("concerns", ListOf(ObjectOf(("kind", OneOf(Enum.GetValues<ConcernKind>().Select(kind => kind.Code()))), ("quote", new JsonObject { ["type"] = "string" })))));

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject ObjectOf(params (string Name, JsonObject Schema)[] fields) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Schema))),
        ["required"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field.Name))]),
        ["additionalProperties"] = false,
    };
}
