using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary><c>POST /chatwoot/webhook</c>: what an agent says goes to the resident as a person's words with their name; resolved gives the conversation back to the assistant.</summary>
/// <remarks>An answer that is no success makes Chatwoot try again, and then show the agent that the message was not delivered.</remarks>
internal sealed class ChatwootWebhook(ChatwootOptions options, ChatwootPlaces places, ConversationStore store, TurnRunner runner, CouncilCases cases, TimeProvider clock)
{
    public const string Path = "/chatwoot/webhook";
    private const int LargestBody = 1024 * 1024;
    private const string Said = "chatwoot:message:";

    /// <summary>The entry came from Chatwoot.</summary>
    public static bool IsTheirs(LogEntry entry) => entry.Key?.StartsWith(Said, StringComparison.Ordinal) == true;

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (bytes, refusal) = await BoundedBody.ReadAsync(http.Request, LargestBody);
        if (bytes is null)
        {
            return Refuse(refusal, "This is too large, or came too slowly.");
        }

        if (!ChatwootSignature.Holds(options.WebhookSecret, http.Request.Headers[ChatwootSignature.TimeHeader].ToString(), http.Request.Headers[ChatwootSignature.Header].ToString(), bytes, clock.GetUtcNow()))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "The signature is missing, wrong or old.");
        }

        return ReadJson.Object(bytes) is not { } call
            ? Refuse(StatusCodes.Status400BadRequest, "The body is no JSON object that can be kept.")
            : ReadActivity.Text(call["event"]) switch
            {
                "message_created" => await HearAsync(call, http.RequestAborted),
                "conversation_status_changed" when ReadActivity.Text(call["status"]) == "resolved" => await ResolvedAsync(call, bytes, http.RequestAborted),
                _ => Results.Ok(),
            };
    }

    private async Task<IResult> HearAsync(JsonObject call, CancellationToken cancellationToken)
    {
        var (sender, theirs, words) = (ReadActivity.Object(call["sender"]), ReadActivity.Object(call["conversation"]), MessageText.Clean(ReadActivity.Text(call["content"])));
        var isOfPerson = ReadActivity.Text(call["message_type"]) == "outgoing" && !IsPrivate(call) && ReadActivity.Text(sender?["type"]) == "user";
        if (!isOfPerson || words.Length == 0 || Number(call["id"]) is not { } message || Number(theirs?["id"]) is not { } number || await places.FindAsync(number, cancellationToken) is not { } place)
        {
            return Results.Ok();
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{Said}{message}");
        if (await store.FindTurnAsync(place.ConversationId, key, cancellationToken) is not null)
        {
            return Results.Ok();
        }

        var officer = OfficerOf(sender!);
        if (await JoinAsync(place.ConversationId, officer, key, cancellationToken) is { } trouble)
        {
            return trouble;
        }

        var says = new ConversationEvent.OfficerSays(officer, new Reply { Text = words });
        var result = await runner.RunAsync(new IncomingEvent(place.ConversationId, key, says, clock.GetUtcNow()), cancellationToken);
        if (result is EventResult.Refused { HeldBy: var holder })
        {
            return Held(holder);
        }

        // Said after it was resolved: it reaches the resident, and the assistant goes on.
        if (ReadActivity.Text(theirs?["status"]) == "resolved")
        {
            await GiveBackAsync(place.ConversationId, officer, $"{key}/resolved", cancellationToken);
        }

        return Results.Ok();
    }

    /// <summary>The agent has the floor, or gets it from nobody or from another agent there; otherwise why not.</summary>
    private async Task<IResult?> JoinAsync(string conversationId, Officer officer, string key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(conversationId, cancellationToken) is not { } conversation)
        {
            return Results.Ok();
        }

        if (conversation is { Floor: Floor.Officer, Handover.Officer: { } holder })
        {
            if (holder.Id == officer.Id)
            {
                return null;
            }

            if (!holder.IsAtAnotherDesk())
            {
                return Held(holder);
            }
        }

        ConversationEvent joins = conversation.Floor == Floor.Officer ? new ConversationEvent.SupervisorStepsIn(officer) : new ConversationEvent.OfficerJoins(officer);
        var result = await runner.RunAsync(new IncomingEvent(conversationId, $"{key}/joins", joins, clock.GetUtcNow()), cancellationToken);
        if (result is EventResult.Refused { HeldBy: var quicker })
        {
            return Held(quicker);
        }

        await cases.TakeAlertsOfAsync(conversationId, officer.Name);
        return null;
    }

    // Resolved without a word to the resident ends nothing: they asked for a person, and wait in the built-in queue still.
    private async Task<IResult> ResolvedAsync(JsonObject call, byte[] body, CancellationToken cancellationToken)
    {
        if (Number(call["id"]) is { } number && await places.FindAsync(number, cancellationToken) is { } place
            && await store.FindAsync(place.ConversationId, cancellationToken) is { Floor: Floor.Officer, Handover.Officer: { } officer } && officer.IsAtAnotherDesk())
        {
            await GiveBackAsync(place.ConversationId, officer, $"chatwoot:resolved:{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}", cancellationToken);
        }

        return Results.Ok();
    }

    private Task<EventResult> GiveBackAsync(string conversationId, Officer officer, string key, CancellationToken cancellationToken) =>
        runner.RunAsync(new IncomingEvent(conversationId, key, new ConversationEvent.OfficerGivesBack(officer), clock.GetUtcNow()), cancellationToken);

    private static Officer OfficerOf(JsonObject sender)
    {
        var name = MessageText.Clean(ReadActivity.Text(sender["name"])).Trim();
        return Officer.AtDesk(ChatwootDesk.Name, Number(sender["id"])?.ToString(CultureInfo.InvariantCulture) ?? name, name);
    }

    private static bool IsPrivate(JsonObject call) => call["private"] is JsonValue value && (!value.TryGetValue<bool>(out var isPrivate) || isPrivate);

    // Their documentation has numbers as words here and there.
    private static long? Number(JsonNode? node) => node is JsonValue value
        ? value.TryGetValue<long>(out var number) || long.TryParse(ReadActivity.Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null
        : null;

    private static IResult Held(Officer? holder) => Refuse(StatusCodes.Status409Conflict, $"{holder?.Name ?? "Somebody else"} has this conversation at the council's own desk. The resident was not shown your message.");

    private static IResult Refuse(int status, string words) => Results.Text(words, "text/plain; charset=utf-8", statusCode: status);
}
