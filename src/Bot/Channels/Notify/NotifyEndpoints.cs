using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Channels.Sms.Sending;

namespace TransformingLives.Bot.Channels.Notify;

/// <summary>Notify calls us: <c>POST /notify/received</c> brings a text, <c>POST /notify/status</c> what became of one of ours. Both with the bearer token that the council set there.</summary>
internal static class NotifyEndpoints
{
    private const int LargestBody = 64 * 1024;
    private const string Scheme = "Bearer ";

    public static void MapNotify(this WebApplication app)
    {
        if (app.Services.GetRequiredService<NotifyOptions>().MayCall)
        {
            var notify = app.MapGroup("/notify").DisableAntiforgery();
            notify.MapPost("/received", ReceiveAsync);
            notify.MapPost("/status", StatusAsync);
        }
    }

    // Notify takes no answer in the webhook: what we say goes out as a text of its own, which has the id of theirs and so goes once.
    private static async Task<IResult> ReceiveAsync(HttpContext http, NotifyOptions options, TextConversations texts, AddressBook addresses, TextOutbox outbox)
    {
        var (call, refusal) = await ReadAsync(http, options);
        if (call is null)
        {
            return refusal!;
        }

        var (id, from) = (ReadActivity.Text(call["id"]), PhoneNumber.E164(ReadActivity.Text(call["source_number"])));
        if (id.Length is 0 or > 64 || from is null || from == PhoneNumber.E164(ReadActivity.Text(call["destination_number"])))
        {
            return Results.NoContent();
        }

        var answer = await texts.AnswerAsync(new IncomingText(id, "sms", from, ReadActivity.Text(call["message"]), HasPicture: false, IsAnsweredAlready: false), http.RequestAborted);
        if (answer is not null && await addresses.FindAsync("sms", from, http.RequestAborted) is { } known)
        {
            await outbox.AddAsync($"answer:{id}", known.ConversationId, "sms", from, answer);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> StatusAsync(HttpContext http, NotifyOptions options, TextOutbox outbox)
    {
        var (call, refusal) = await ReadAsync(http, options);
        if (call is null)
        {
            return refusal!;
        }

        if (ReadActivity.Text(call["id"]) is { Length: > 0 and <= 64 } id)
        {
            var status = ReadActivity.Text(call["status"]);
            await outbox.HearAsync(id, DeliveryReport.FromNotify(status), status == "delivered" ? "" : status.Length > 64 ? status[..64] : status);
        }

        return Results.NoContent();
    }

    private static async Task<(JsonObject? Call, IResult? Refusal)> ReadAsync(HttpContext http, NotifyOptions options)
    {
        http.Response.Headers.CacheControl = "no-store";
        var header = http.Request.Headers.Authorization.ToString();
        var isTheirs = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(options.CallbackToken)));
        if (!isTheirs)
        {
            return (null, Results.Text("The token is missing or wrong.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized));
        }

        var (bytes, refusal) = await BoundedBody.ReadAsync(http.Request, LargestBody);
        if (bytes is null)
        {
            return (null, Results.Text("This is too large, or came too slowly.", "text/plain; charset=utf-8", statusCode: refusal));
        }

        return ReadJson.Object(bytes) is { } call
            ? (call, null)
            : (null, Results.Text("The body is no JSON object that can be kept.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest));
    }
}
