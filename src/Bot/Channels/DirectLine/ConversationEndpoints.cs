using System.Globalization;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Begin a conversation, and come back to it.</summary>
internal static class ConversationEndpoints
{
    /// <summary>Name of the channel in conversations and activities.</summary>
    public const string Channel = "directline";

    /// <summary>201 when it begins here, 200 when it had begun: a token never opens a second one.</summary>
    public static async Task<IResult> StartAsync(HttpContext http, DirectLineTokens tokens, DirectLineOptions options, TurnRunner runner, PublicAddress address, DoorLimits limits)
    {
        var (wanted, refusal) = await TokenEndpoints.ReadWantedAsync(http, options);
        if (wanted is null)
        {
            return refusal!;
        }

        var caller = DirectLineAuthorization.CallerOf(http);
        if (!caller.HoldsSecret && limits.WaitToStart(http) is { } wait)
        {
            return DirectLineProblem.TooMany(http, wait);
        }

        caller = caller.HoldsSecret ? wanted with { ConversationId = ConversationId.New() } : caller;
        var (_, isNew) = await runner.StartAsync(Channel, caller.ConversationId!, http.RequestAborted);
        return Answer(http, caller, 0, tokens, address, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>
    /// A fresh token and a stream that begins at the watermark. An empty watermark means from the start: so does Web Chat restore what was
    /// said. No watermark at all means only what is new.
    /// </summary>
    public static async Task<IResult> ReconnectAsync(HttpContext http, string id, DirectLineTokens tokens, ConversationStore store, PublicAddress address, DoorLimits limits)
    {
        var caller = DirectLineAuthorization.CallerOf(http);
        if (!caller.HoldsSecret && limits.WaitToRead(http, id) is { } wait)
        {
            return DirectLineProblem.TooMany(http, wait);
        }

        if (await store.FindHeadAsync(id, http.RequestAborted) is not { } head || !IsOpenTo(caller, head))
        {
            return DirectLineProblem.NotFound;
        }

        var from = http.Request.Query.ContainsKey("watermark")
            ? Watermark.Read(http.Request.Query["watermark"], head.LastSequence)
            : head.LastSequence;
        return Answer(http, caller with { ConversationId = id }, from, tokens, address, StatusCodes.Status200OK);
    }

    /// <summary>The secret opens the conversations of Direct Line, and none of another channel.</summary>
    public static bool IsOpenTo(DirectLineCaller caller, ConversationHead conversation) => !caller.HoldsSecret || conversation.Channel == Channel;

    private static IResult Answer(HttpContext http, DirectLineCaller caller, long from, DirectLineTokens tokens, PublicAddress address, int status)
    {
        var stream = string.Create(CultureInfo.InvariantCulture, $"ws{address.For(http.Request)[4..]}{DirectLineEndpoints.Path}/conversations/{caller.ConversationId}/stream?watermark={from}&t={tokens.ForStream(caller)}");
        return Results.Json(new DirectLineConversation(caller.ConversationId!, tokens.ForConversation(caller), tokens.LifetimeSeconds, stream), DirectLineJson.Default.DirectLineConversation, statusCode: status);
    }
}
