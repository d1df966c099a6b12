using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>The part of Chatwoot's API that a desk needs: contacts and conversations by the public API of an inbox, messages and status by that of the account.</summary>
/// <remarks>
/// Contract: Chatwoot's swagger (<c>swagger/paths/public/inboxes</c>, <c>swagger/paths/application/conversation</c>). A contact is found again by its
/// <c>source_id</c>, and so is a message: what got there in spite of a lost answer is not sent twice.
/// </remarks>
internal sealed class ChatwootApi(HttpClient http, ChatwootOptions options)
{
    private string Inbox => $"/public/api/v1/inboxes/{Uri.EscapeDataString(options.InboxIdentifier)}";

    private string Account => string.Create(CultureInfo.InvariantCulture, $"/api/v1/accounts/{options.AccountId}/conversations");

    /// <summary>The contact of a conversation, made if there is none yet.</summary>
    /// <exception cref="HttpRequestException">It did not work; the status says why.</exception>
    public async Task<string> ContactAsync(string conversationId, string name, CancellationToken cancellationToken) =>
        ReadActivity.Text((await SendAsync(HttpMethod.Post, $"{Inbox}/contacts", new JsonObject { ["source_id"] = conversationId, ["name"] = name }, cancellationToken))?["source_id"]) is { Length: > 0 } source
            ? source
            : throw new JsonException("A contact without a source_id.");

    /// <summary>The contact's conversation, begun if there is none yet.</summary>
    /// <exception cref="HttpRequestException">It did not work; the status says why.</exception>
    public async Task<long> ConversationAsync(string contact, CancellationToken cancellationToken)
    {
        var path = $"{Inbox}/contacts/{Uri.EscapeDataString(contact)}/conversations";
        var begun = await SendAsync(HttpMethod.Get, path, null, cancellationToken) as JsonArray;
        return begun is [.., { } last]
            ? Number(last["id"])
            : Number((await SendAsync(HttpMethod.Post, path, [], cancellationToken))?["id"]);
    }

    /// <summary>Ids of messages after one, with the source id of those that came from us.</summary>
    /// <exception cref="HttpRequestException">It did not work; the status says why.</exception>
    public async Task<Dictionary<string, long>> SentAsync(long conversation, long after, CancellationToken cancellationToken)
    {
        var sent = new Dictionary<string, long>();
        for (var from = after; ;)
        {
            var page = (await SendAsync(HttpMethod.Get, Path(conversation, $"messages?after={from.ToString(CultureInfo.InvariantCulture)}"), null, cancellationToken))?["payload"] as JsonArray ?? [];
            foreach (var message in page.OfType<JsonObject>().Where(message => ReadActivity.Text(message["source_id"]).Length > 0))
            {
                sent[ReadActivity.Text(message["source_id"])] = Number(message["id"]);
            }

            if (page.OfType<JsonObject>().Select(message => Number(message["id"])).DefaultIfEmpty(from).Max() is var last && last <= from)
            {
                return sent;
            }

            from = last;
        }
    }

    /// <summary>Says something there: as the resident, or as a note that only agents see.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="HttpRequestException">It did not work; the status says why.</exception>
    public async Task<long> SayAsync(long conversation, string words, bool isNote, string sourceId, CancellationToken cancellationToken)
    {
        var message = new JsonObject { ["content"] = words, ["message_type"] = isNote ? "outgoing" : "incoming", ["private"] = isNote, ["source_id"] = sourceId };
        return Number((await SendAsync(HttpMethod.Post, Path(conversation, "messages"), message, cancellationToken))?["id"]);
    }

    /// <summary>Opens or resolves it.</summary>
    /// <exception cref="HttpRequestException">It did not work; the status says why.</exception>
    public Task SetStatusAsync(long conversation, string status, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, Path(conversation, "toggle_status"), new JsonObject { ["status"] = status }, cancellationToken);

    /// <summary>Puts it before everything else.</summary>
    /// <exception cref="HttpRequestException">It did not work; the status says why.</exception>
    public Task SetUrgentAsync(long conversation, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, Path(conversation, "toggle_priority"), new JsonObject { ["priority"] = "urgent" }, cancellationToken);

    private string Path(long conversation, string rest) => string.Create(CultureInfo.InvariantCulture, $"{Account}/{conversation}/{rest}");

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{options.Address.TrimEnd('/')}{path}");
        if (path.StartsWith(Account, StringComparison.Ordinal))
        {
            request.Headers.Add("api_access_token", options.AccessToken);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return bytes.Length == 0 ? null : JsonNode.Parse(bytes);
    }

    private static long Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : throw new JsonException("An id is missing.");
}
