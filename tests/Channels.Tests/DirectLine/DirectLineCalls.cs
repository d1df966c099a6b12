using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

/// <summary>Direct Line as somebody who writes the requests by hand.</summary>
internal sealed class DirectLineCalls(RunningCouncil council)
{
    public const string Secret = "a-secret-only-for-these-tests";

    public static Task<RunningCouncil> StartCouncilAsync(params (string Name, string Value)[] more) =>
        RunningCouncil.StartAsync([("DirectLine:Secret", Secret), ("DirectLine:AllowedOrigins:0", "https://www.example.gov.uk"), .. more]);

    public async Task<(HttpStatusCode Status, JsonObject Body)> CallAsync(HttpMethod method, string path, string? credential, string? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, path, credential, body, headers);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? credential, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline{path}");
        if (credential is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await council.Http.SendAsync(request);
    }

    /// <summary>A token of its own conversation, which has begun.</summary>
    public async Task<(string ConversationId, string Token)> BeginAsync(string user = "dl_ada")
    {
        var (_, made) = await CallAsync(HttpMethod.Post, "/tokens/generate", Secret, $$$"""{"user":{"id":"{{{user}}}"}}""");
        await CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!);
        return ((string)made["conversationId"]!, (string)made["token"]!);
    }

    public Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(string conversationId, string token, string activity) =>
        CallAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", token, activity);

    public async Task<(JsonObject[] Activities, string Watermark)> PollAsync(string conversationId, string token, string watermark = "")
    {
        var (_, set) = await CallAsync(HttpMethod.Get, $"/conversations/{conversationId}/activities?watermark={watermark}", token);
        return ([.. set["activities"]!.AsArray().Select(activity => activity!.AsObject())], (string)set["watermark"]!);
    }
}
