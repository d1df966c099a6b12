using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary><c>POST /tokens/generate</c> and <c>/tokens/refresh</c>.</summary>
internal static class TokenEndpoints
{
    private const int LongestUserId = 256;

    /// <summary>A token for a conversation that has not begun: its page begins it.</summary>
    public static async Task<IResult> GenerateAsync(HttpContext http, DirectLineTokens tokens, DirectLineOptions options)
    {
        if (!DirectLineAuthorization.CallerOf(http).HoldsSecret)
        {
            return DirectLineProblem.SecretNeeded;
        }

        var (wanted, refusal) = await ReadWantedAsync(http, options);
        if (wanted is null)
        {
            return refusal!;
        }

        var caller = wanted with { ConversationId = ConversationId.New() };
        return Results.Json(new DirectLineConversation(caller.ConversationId, tokens.ForConversation(caller), tokens.LifetimeSeconds), DirectLineJson.Default.DirectLineConversation);
    }

    /// <summary>The same token with a new life; an expired one can't be brought back.</summary>
    public static IResult Refresh(HttpContext http, DirectLineTokens tokens, DoorLimits limits)
    {
        var caller = DirectLineAuthorization.CallerOf(http);
        return caller.HoldsSecret ? DirectLineProblem.TokenNeeded
            : limits.WaitToRead(http, caller.ConversationId) is { } wait ? DirectLineProblem.TooMany(http, wait)
            : Results.Json(new DirectLineConversation(caller.ConversationId!, tokens.ForConversation(caller), tokens.LifetimeSeconds), DirectLineJson.Default.DirectLineConversation);
    }

    /// <summary>User and origins that a body asks for; nothing asked for is fine.</summary>
    public static async Task<(DirectLineCaller? Wanted, IResult? Refusal)> ReadWantedAsync(HttpContext http, DirectLineOptions options)
    {
        var (bytes, status) = await BoundedBody.ReadAsync(http.Request, options.LargestActivity);
        if (bytes is null)
        {
            return (null, DirectLineProblem.ForStatus(status));
        }

        try
        {
            return Wanted(bytes) is { } wanted ? (wanted, null) : (null, DirectLineProblem.BadRequest("BadArgument", "A user's id is text of 256 characters at most, and origins are a list."));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return (null, DirectLineProblem.BadRequest("BadSyntax", "The body is not JSON."));
        }
    }

    // Microsoft's own samples write "User" and "Id": case does not count here.
    private static DirectLineCaller? Wanted(byte[] bytes)
    {
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return DirectLineCaller.WithSecret;
        }

        if (JsonNode.Parse(bytes, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) is not JsonObject body)
        {
            return null;
        }

        var user = ReadActivity.Text(ReadActivity.Object(body["user"])?["id"]);
        ImmutableArray<string> origins = [.. (body["trustedOrigins"] as JsonArray ?? []).Select(ReadActivity.Text).Where(origin => origin.Length > 0)];
        return user.Length > LongestUserId ? null : new DirectLineCaller(null, user.Length > 0 ? user : null, origins);
    }
}
