using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Pressure;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary><c>POST /api/messages</c>: activities from Azure Bot Service (Teams, telephony and what else a council attaches). Answered when stored; replies go to the service address.</summary>
internal static class ConnectorEndpoint
{
    public const string Path = "/api/messages";
    public const string Channel = "connector";
    private const int LongestId = 1024;

    public static async Task<IResult> TakeAsync(
        HttpContext http, ConnectorOptions options, ConnectorAuthorization authorization, ConnectorPlaces places, ConnectorDelivery delivery, AddressBook addresses, TurnRunner runner, ConversationStore store, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await authorization.CheckAsync(http.Request.Headers.Authorization.ToString(), http.RequestAborted) is not { } vouched)
        {
            return Refuse(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is missing or not good.");
        }

        var (bytes, refusal) = await BoundedBody.ReadAsync(http.Request, options.LargestActivity);
        if (bytes is null)
        {
            return Refuse(refusal, "BadArgument", "The activity is too large, or came too slowly.");
        }

        if (ReadActivity.From(bytes) is not ActivityReading.Read activity)
        {
            return Refuse(StatusCodes.Status400BadRequest, "BadSyntax", "The body is no activity.");
        }

        var (service, channel) = (ReadActivity.Text(activity.Json["serviceUrl"]), ReadActivity.Text(activity.Json["channelId"]));
        if (!vouched.Holds(service, channel))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "Unauthorized", "The token is not for this service address or this channel.");
        }

        if (!Uri.TryCreate(service, UriKind.Absolute, out var address) || !options.IsService(address))
        {
            return Refuse(StatusCodes.Status403Forbidden, "Forbidden", "Replies don't go to that address.");
        }

        var theirs = ReadActivity.Text(ReadActivity.Object(activity.Json["conversation"])?["id"]);
        if (theirs.Length is 0 or > LongestId)
        {
            return Refuse(StatusCodes.Status400BadRequest, "MissingProperty", "An activity needs a conversation.");
        }

        if (activity.Type == "invoke")
        {
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        if (activity.Type is "message" or "event" or "endOfConversation" || IsSomebodyNew(activity.Json))
        {
            if (await RunAsync(activity, service, channel, theirs, options, places, addresses, runner, store, clock, http.RequestAborted) is { IsBusy: true } busy)
            {
                http.Response.Headers.RetryAfter = BusyTurn.RetryAfter;
                return Refuse(StatusCodes.Status503ServiceUnavailable, "ServiceError", busy.Replies[0].Text);
            }

            delivery.Wake();
        }

        return Results.Ok();
    }

    private static async Task<TurnResult?> RunAsync(ActivityReading.Read activity, string service, string channel, string theirs, ConnectorOptions options, ConnectorPlaces places, AddressBook addresses, TurnRunner runner, ConversationStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Their ids are of any length and anybody's: a digest is a key of one length.
        var key = Digest($"{channel}|{theirs}");
        if (await addresses.FindAsync(Channel, key, cancellationToken) is null)
        {
            await addresses.LinkAsync(Channel, key, ConversationId.New(), isVerified: false, instead: null);
        }

        var id = (await addresses.FindAsync(Channel, key, cancellationToken))!.ConversationId;
        await runner.StartAsync(Channel, id, cancellationToken);
        await places.KeepAsync(new ConnectorPlace(id, service, channel, theirs, Account(activity.Json["recipient"]), Account(activity.Json["from"]), 0, 0));
        if (activity.Type == "conversationUpdate")
        {
            return null;
        }

        var activityId = ReadActivity.Text(activity.Json["id"]);
        var message = Arriving.From(id, null, activity, Channel, clock.GetUtcNow()) with { Key = activityId.Length > 0 ? $"connector:{Digest(activityId)}" : $"connector:{ConversationId.New()}" };
        if (options.TakesHandoff && HandoffStatus.Is(activity) && await store.FindAsync(id, cancellationToken) is { } conversation && HandoffStatus.Of(activity, conversation) is { } status)
        {
            await runner.RunAsync(new IncomingEvent(id, message.Key, status, clock.GetUtcNow()), cancellationToken);
            return null;
        }

        return activity.Type == "message" ? await runner.RunAsync(message, cancellationToken) : await runner.RecordAsync(message, cancellationToken);
    }

    // A person joins; that the bot itself was added needs no welcome yet.
    private static bool IsSomebodyNew(JsonObject activity) =>
        ReadActivity.Text(activity["type"]) == "conversationUpdate" && ReadActivity.Text(ReadActivity.Object(activity["recipient"])?["id"]) is var bot
        && (activity["membersAdded"] as JsonArray ?? []).OfType<JsonObject>().Any(member => ReadActivity.Text(member["id"]) is { Length: > 0 } id && id != bot);

    private static string Account(JsonNode? account) => (ReadActivity.Object(account) ?? []).ToJsonString();

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static IResult Refuse(int status, string code, string message) =>
        Results.Content(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString(), "application/json", statusCode: status);
}
