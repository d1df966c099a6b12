using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TransformingLives.Benchmarks.Doors;

/// <summary>A resident who talks by Direct Line.</summary>
/// <param name="Id">Of the conversation.</param>
/// <param name="Token">Of the conversation.</param>
/// <param name="Stream">Address of its WebSocket.</param>
internal sealed record DirectLineResident(string Id, string Token, Uri Stream)
{
    /// <summary>Begins a conversation.</summary>
    public static async Task<DirectLineResident> BeginAsync(ServedProgram program, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = new StringContent("""{"user":{"id":"dl_ada"}}""", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", Door.DirectLineSecret);
        using var answer = await program.Http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var begun = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!;

        // The address may be the public one; here it is reached directly.
        var stream = new Uri((string)begun["streamUrl"]!).PathAndQuery;
        return new DirectLineResident((string)begun["conversationId"]!, (string)begun["token"]!, new Uri($"{program.Address.Replace("http", "ws", StringComparison.Ordinal)}{stream}"));
    }

    /// <summary>Says something; it is stored when this ends.</summary>
    public async Task SayAsync(ServedProgram program, string words, CancellationToken cancellationToken)
    {
        if (await TrySayAsync(program, words, cancellationToken) is not HttpStatusCode.OK and var status)
        {
            throw new HttpRequestException($"It was answered with {(int)status}.", null, status);
        }
    }

    /// <summary>Says something, and gives how that was answered: OK when it is stored.</summary>
    public async Task<HttpStatusCode> TrySayAsync(ServedProgram program, string words, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{Id}/activities")
        {
            Content = new StringContent($$$"""{"type":"message","text":"{{{words}}}","from":{"id":"dl_ada"}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", Token);
        using var posted = await program.Http.SendAsync(request, cancellationToken);
        return posted.StatusCode;
    }

    /// <summary>Reads messages of a WebSocket until one has these words.</summary>
    public static async Task ReadUntilAsync(ClientWebSocket socket, string words, CancellationToken cancellationToken)
    {
        while (!(await ReadAsync(socket, cancellationToken)).Contains(words, StringComparison.Ordinal))
        {
        }
    }

    /// <summary>The next message of a WebSocket.</summary>
    public static async Task<string> ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        using var all = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellationToken);
            all.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(all.ToArray());
    }
}
