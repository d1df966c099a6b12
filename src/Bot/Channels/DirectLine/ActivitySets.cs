using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>What a client has not read yet, as <c>{"activities":[…],"watermark":"12"}</c>.</summary>
internal sealed class ActivitySets(ConversationStore store, SurroundingsSource surroundings, DirectLineTokens tokens, PublicAddress address, TimeProvider clock)
{
    /// <summary>The set after a watermark; its watermark covers exactly what is in it.</summary>
    /// <param name="link">Where this program is, as the client sees it.</param>
    public async Task<(JsonObject Set, long Watermark, bool IsEmpty)> AfterAsync(string conversationId, string? userId, long after, string link, CancellationToken cancellationToken)
    {
        var log = await store.ReadLogAsync(conversationId, after, cancellationToken);
        var watermark = log.IsEmpty ? after : log[^1].Sequence;
        return (new JsonObject { ["activities"] = Activities(conversationId, userId, link).Of(log), ["watermark"] = Watermark.Write(watermark) }, watermark, log.IsEmpty);
    }

    /// <summary>Nothing new.</summary>
    public static JsonObject Nothing(string watermark) => new() { ["activities"] = new JsonArray(), ["watermark"] = watermark };

    /// <summary>Where this program is, as the client sees it.</summary>
    public string LinkOf(HttpRequest request) => address.For(request);

    private LogActivities Activities(string conversationId, string? userId, string link)
    {
        var council = surroundings.At(clock.GetUtcNow()).Content.Council;
        return new LogActivities(conversationId, ConversationEndpoints.Channel, userId ?? "resident", $"{council.Name} assistant", file =>
            $"{link}{DirectLineEndpoints.Path}/conversations/{conversationId}/files/{file}?t={tokens.ForFile(conversationId, file)}");
    }
}
