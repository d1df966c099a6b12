using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TransformingLives.CaseSystems.Tests.Killing;

/// <summary>Somebody who talks to the assistant by Direct Line until they are given a reference, and who says a thing again, as it was, until it is acknowledged.</summary>
internal sealed partial class PatientResident(HttpClient http, Func<Uri> anyNode, string mark)
{
    private const int LongestConversation = 40;

    /// <summary>Longer than a node takes to start, more than once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["born"] = "4/5/1938",
        ["birth"] = "4/5/1938",
        ["postcode"] = "CB1 1AA",
        ["phone"] = "07700 900118",
        ["number"] = "07700 900118",
        ["name"] = "Edna Jones",
    };

    private readonly List<string> acknowledged = [];
    private string watermark = "";

    /// <summary>What makes this conversation known again.</summary>
    public string Mark => mark;

    public string ConversationId { get; private set; } = "";

    /// <summary>What was acknowledged, in order.</summary>
    public IReadOnlyList<string> Acknowledged => acknowledged;

    /// <summary>The references that they were given; empty while there is none.</summary>
    public string[] References { get; private set; } = [];

    /// <summary>What was in the way last, in words, for whoever looks for a fault.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Talks until there is a reference.</summary>
    public async Task TalkAsync(Action said)
    {
        ConversationId = await BeginAsync();
        var next = $"I need some help with washing, my note is {mark}";
        for (var turn = 0; turn < LongestConversation && References.Length == 0; turn++)
        {
            var activity = new Message("message", $"{next}", new Person(mark), new ChannelData($"{mark}-{turn}"));
            await UntilAnsweredAsync(HttpMethod.Post, $"/v3/directline/conversations/{ConversationId}/activities", activity);
            acknowledged.Add(next);
            said();
            next = Choose(await HearAsync());
        }
    }

    /// <summary>All that the log has of them, in order.</summary>
    public async Task<string[]> LoggedAsync()
    {
        var set = await UntilAnsweredAsync(HttpMethod.Get, $"/v3/directline/conversations/{ConversationId}/activities?watermark=0", null);
        return [.. set.GetProperty("activities").EnumerateArray()
            .Where(activity => activity.GetProperty("from").GetProperty("id").GetString() == mark)
            .Select(activity => activity.GetProperty("text").GetString()!)];
    }

    private async Task<string> BeginAsync() =>
        (await UntilAnsweredAsync(HttpMethod.Post, "/v3/directline/conversations", new { })).GetProperty("conversationId").GetString()!;

    /// <summary>What the assistant said since last time; the last of it may offer buttons.</summary>
    private async Task<List<JsonElement>> HearAsync()
    {
        var set = await UntilAnsweredAsync(HttpMethod.Get, $"/v3/directline/conversations/{ConversationId}/activities?watermark={watermark}", null);
        watermark = set.GetProperty("watermark").GetString()!;
        var said = set.GetProperty("activities").EnumerateArray().Where(activity => activity.GetProperty("from").GetProperty("id").GetString() != mark).ToList();
        References = [.. said.SelectMany(activity => Reference().Matches(activity.GetRawText())).Select(match => match.Value).Distinct()];
        return said;
    }

    /// <summary>Yes to everything that is offered; every question is skipped that can be.</summary>
    private static string Choose(List<JsonElement> said)
    {
        var buttons = said.Where(activity => activity.TryGetProperty("suggestedActions", out _))
            .SelectMany(activity => activity.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray())
            .Select(action => action.GetProperty("value").GetString()!).ToList();
        return buttons.Find(value => value.StartsWith("Yes", StringComparison.OrdinalIgnoreCase)) is { } yes && !buttons.Exists(value => value == "No" || value == "no")
            ? yes
            : buttons.Find(value => value.Contains("skip", StringComparison.OrdinalIgnoreCase)) ?? AnswerTo(said);
    }

    private static string AnswerTo(List<JsonElement> said)
    {
        var question = said.Count > 0 && said[^1].TryGetProperty("text", out var text) ? text.GetString()! : "";
        return Answers.FirstOrDefault(answer => question.Contains(answer.Key, StringComparison.OrdinalIgnoreCase)).Value ?? "skip";
    }

    /// <summary>Asks any node until one gives the answer. What is said has a key, so saying it again is not saying it twice.</summary>
    private async Task<JsonElement> UntilAnsweredAsync(HttpMethod method, string path, object? content)
    {
        var patience = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(anyNode(), path)) { Content = content is null ? null : JsonContent.Create(content) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", BotNode.Secret);
                using var answer = await http.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                {
                    Trouble = $"{mark}: nothing since {DateTime.UtcNow:HH:mm:ss}.";
                    return await answer.Content.ReadFromJsonAsync<JsonElement>();
                }

                Trouble = $"{mark}: {(int)answer.StatusCode} to {method} {path} at {DateTime.UtcNow:HH:mm:ss}.";
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or IOException)
            {
                // The node was ended while it had the request.
                Trouble = $"{mark}: {exception.GetType().Name} at {method} {path} at {DateTime.UtcNow:HH:mm:ss}.";
            }

            Assert.True(DateTime.UtcNow < patience, $"Nobody answered {method} {path} for {Patience}. {Trouble}");
            await Task.Delay(150);
        }
    }

    [GeneratedRegex("TL-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Reference();

    private sealed record Message(string Type, string Text, Person From, ChannelData ChannelData);

    private sealed record Person(string Id);

    private sealed record ChannelData(string ClientActivityID);
}
