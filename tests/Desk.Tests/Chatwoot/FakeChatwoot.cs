using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Bot.Desk.Chatwoot;

namespace TransformingLives.Desk.Tests.Chatwoot;

/// <summary>
/// Chatwoot as its sources and its swagger have it: contacts found again by source id, conversations of a contact, messages listed after an id
/// a hundred at a time, an access token for all that belongs to the account; signed webhooks; and its ways of failing.
/// </summary>
internal sealed class FakeChatwoot : IAsyncDisposable
{
    public const string Secret = "a-secret-only-for-these-tests";
    private const string Token = "agent-token";
    private const string Inbox = "inbox-1";
    private const int PageOfMessages = 100;
    private readonly Lock gate = new();
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> faults = new();
    private readonly Dictionary<string, List<long>> contacts = [];
    private readonly SortedDictionary<long, JsonObject> conversations = [];
    private readonly List<JsonObject> messages = [];
    private long lastId = 100;

    private FakeChatwoot(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public (string Name, string Value)[] Settings =>
    [
        ("Handoff:Chatwoot:Address", Address), ("Handoff:Chatwoot:AccountId", "7"), ("Handoff:Chatwoot:InboxIdentifier", Inbox),
        ("Handoff:Chatwoot:AccessToken", Token), ("Handoff:Chatwoot:WebhookSecret", Secret),
    ];

    /// <summary>The one conversation that there is.</summary>
    public JsonObject Conversation => Locked(() => conversations.Values.Single());

    public int Contacts => Locked(() => contacts.Count);

    /// <summary>What the resident said, as an agent sees it.</summary>
    public string[] Incoming => Locked(() => messages.Where(message => (int)message["message_type"]! == 0).Select(message => (string)message["content"]!).ToArray());

    /// <summary>What only agents see.</summary>
    public string[] Notes => Locked(() => messages.Where(message => (bool)message["private"]!).Select(message => (string)message["content"]!).ToArray());

    public static async Task<FakeChatwoot> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        builder.Services.AddRouting();
        var app = builder.Build();
        var chatwoot = new FakeChatwoot(app);
        app.Use(chatwoot.FailAsync);
        app.MapPost("/public/api/v1/inboxes/{inbox}/contacts", chatwoot.AddContactAsync);
        app.MapGet("/public/api/v1/inboxes/{inbox}/contacts/{contact}/conversations", chatwoot.List);
        app.MapPost("/public/api/v1/inboxes/{inbox}/contacts/{contact}/conversations", chatwoot.Begin);
        app.MapGet("/api/v1/accounts/7/conversations/{id:long}/messages", chatwoot.Messages);
        app.MapPost("/api/v1/accounts/7/conversations/{id:long}/messages", chatwoot.SayAsync);
        app.MapPost("/api/v1/accounts/7/conversations/{id:long}/toggle_status", (long id, HttpContext http) => chatwoot.SetAsync(id, "status", http));
        app.MapPost("/api/v1/accounts/7/conversations/{id:long}/toggle_priority", (long id, HttpContext http) => chatwoot.SetAsync(id, "priority", http));
        await app.StartAsync();
        return chatwoot;
    }

    /// <summary>The next requests fail: a status, "pass" for one that does not, or "cut", which does what it was asked and then ends the line without a word.</summary>
    public void Fail(params string[] next)
    {
        foreach (var fault in next)
        {
            faults.Enqueue(fault);
        }
    }

    /// <summary>Somebody deletes the conversation there.</summary>
    public void DeleteConversations() => Locked(() =>
    {
        conversations.Clear();
        messages.Clear();
        foreach (var own in contacts.Values)
        {
            own.Clear();
        }

        return 0;
    });

    /// <summary>What Chatwoot posts when an agent says something.</summary>
    public JsonObject AgentSays(string words, long agent = 3, string name = "Priya Singh", bool isPrivate = false, string type = "user") => new()
    {
        ["event"] = "message_created",
        ["id"] = NextId(),
        ["content"] = words,
        ["message_type"] = "outgoing",
        ["content_type"] = "text",
        ["private"] = isPrivate,
        ["source_id"] = null,
        ["sender"] = new JsonObject { ["id"] = agent, ["name"] = name, ["email"] = "agent@example.gov.uk", ["type"] = type },
        ["conversation"] = Conversation.DeepClone(),
        ["account"] = new JsonObject { ["id"] = 7, ["name"] = "Council" },
    };

    /// <summary>What Chatwoot posts when an agent resolves the conversation.</summary>
    public JsonObject AgentResolves() => Locked(() =>
    {
        var conversation = conversations.Values.Single();
        conversation["status"] = "resolved";
        var payload = conversation.DeepClone().AsObject();
        payload["event"] = "conversation_status_changed";
        payload["changed_attributes"] = new JsonArray(new JsonObject { ["status"] = new JsonObject { ["previous_value"] = "open", ["current_value"] = "resolved" } });
        payload["updated_at"] = NextId() / 10.0;
        return payload;
    });

    /// <summary>A webhook, signed as Chatwoot signs.</summary>
    public static HttpRequestMessage Webhook(JsonObject payload, DateTimeOffset now, string secret = Secret)
    {
        var body = Encoding.UTF8.GetBytes(payload.ToJsonString());
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, "/chatwoot/webhook") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Chatwoot-Timestamp", time);
        request.Headers.Add("X-Chatwoot-Signature", ChatwootSignature.Of(secret, time, body));
        request.Headers.Add("X-Chatwoot-Delivery", Guid.NewGuid().ToString());
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task FailAsync(HttpContext http, RequestDelegate next)
    {
        _ = faults.TryDequeue(out var fault);
        if (fault == "cut")
        {
            var answer = http.Response.Body;
            http.Response.Body = new MemoryStream();
            await next(http);
            http.Response.Body = answer;
            http.Abort();
            return;
        }

        if (fault is not (null or "pass"))
        {
            http.Response.StatusCode = int.Parse(fault, CultureInfo.InvariantCulture);
            return;
        }

        if (http.Request.Path.StartsWithSegments("/api") && http.Request.Headers["api_access_token"] != Token)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await next(http);
    }

    private async Task<IResult> AddContactAsync(string inbox, HttpContext http)
    {
        var wanted = await JsonNode.ParseAsync(http.Request.Body);
        var source = (string?)wanted!["source_id"] ?? Guid.NewGuid().ToString();
        return inbox != Inbox ? Results.NotFound() : Locked(() =>
        {
            contacts.TryAdd(source, []);
            return Results.Json(new JsonObject { ["source_id"] = source, ["pubsub_token"] = "p", ["id"] = contacts.Count, ["name"] = (string?)wanted["name"] });
        });
    }

    private IResult List(string inbox, string contact) => Locked(() => inbox == Inbox && contacts.TryGetValue(contact, out var own)
        ? Results.Json(new JsonArray([.. own.Select(id => conversations[id].DeepClone())]))
        : Results.NotFound());

    private IResult Begin(string inbox, string contact) => Locked(() =>
    {
        if (inbox != Inbox || !contacts.TryGetValue(contact, out var own))
        {
            return Results.NotFound();
        }

        var id = NextId();
        own.Add(id);
        conversations[id] = new JsonObject { ["id"] = id, ["inbox_id"] = 5, ["status"] = "open", ["priority"] = null, ["messages"] = new JsonArray() };
        return Results.Json(conversations[id].DeepClone());
    });

    private IResult Messages(long id, long after) => Locked(() => !conversations.ContainsKey(id)
        ? Results.NotFound()
        : Results.Json(new JsonObject
        {
            ["meta"] = new JsonObject(),
            ["payload"] = new JsonArray([.. messages.Where(message => (long)message["conversation_id"]! == id && (long)message["id"]! > after).Take(PageOfMessages).Select(message => message.DeepClone())]),
        }));

    private async Task<IResult> SayAsync(long id, HttpContext http)
    {
        var wanted = (await JsonNode.ParseAsync(http.Request.Body))!;
        return Locked(() =>
        {
            if (!conversations.TryGetValue(id, out var conversation))
            {
                return Results.NotFound();
            }

            var type = (string?)wanted["message_type"] == "incoming" ? 0 : 1;
            var message = new JsonObject
            {
                ["id"] = NextId(),
                ["content"] = (string)wanted["content"]!,
                ["conversation_id"] = id,
                ["message_type"] = type,
                ["private"] = (bool?)wanted["private"] ?? false,
                ["source_id"] = (string?)wanted["source_id"],
            };
            messages.Add(message);
            conversation["status"] = type == 0 ? "open" : (string?)conversation["status"];
            return Results.Json(message.DeepClone());
        });
    }

    private async Task<IResult> SetAsync(long id, string field, HttpContext http)
    {
        var wanted = (await JsonNode.ParseAsync(http.Request.Body))!;
        return Locked(() =>
        {
            if (!conversations.TryGetValue(id, out var conversation))
            {
                return Results.NotFound();
            }

            conversation[field] = (string?)wanted[field];
            return Results.Json(new JsonObject { ["payload"] = new JsonObject { ["success"] = true, ["current_status"] = (string?)wanted[field], ["conversation_id"] = id } });
        });
    }

    private long NextId() => Interlocked.Increment(ref lastId);

    private T Locked<T>(Func<T> look)
    {
        lock (gate)
        {
            return look();
        }
    }
}
