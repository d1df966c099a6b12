using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>Reads the requests that ended in a time: closed by officers, or finished without one.</summary>
internal sealed class ClosedRequests(StorageConnections connections)
{
    private const string Ended = """
        SELECT state, updated_at, id FROM conversations
        WHERE (updated_at >= @from AND updated_at < @until) OR id IN (SELECT conversation_id FROM desk_outcomes WHERE at >= @from AND at < @until)
        ORDER BY started_at, id
        """;

    /// <summary>The rows, by when they ended. A matter that no officer closed ends with what was said last.</summary>
    /// <param name="from">The beginning of the time.</param>
    /// <param name="until">Its end, not part of it.</param>
    /// <param name="around">Content, and the moment it is asked.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<ImmutableArray<ClosedRequest>> OfAsync(DateTimeOffset from, DateTimeOffset until, Surroundings around, CancellationToken cancellationToken)
    {
        bool IsIn(DateTimeOffset at) => at >= from && at < until;
        var rows = await connections.QueryWholeAsync(
            Ended,
            row => new Ending(ConversationJson.ReadConversation(row.Open(0, SealedConversations.State(row.GetString(2)))), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
            cancellationToken,
            ("@from", from.ToUnixTimeMilliseconds()),
            ("@until", until.ToUnixTimeMilliseconds()));
        return
        [
            .. rows.SelectMany(row => row.Conversation.WrapUps.Where(closed => IsIn(closed.At)).SelectMany(closed => RequestOf.Closed(row.Conversation, closed, around))
                    .Concat(IsIn(row.UpdatedAt) ? RequestOf.Finished(row.Conversation, row.UpdatedAt, around) : []))
                .OrderBy(row => row.EndedOn),
        ];
    }

    private sealed record Ending(Conversation Conversation, DateTimeOffset UpdatedAt);
}
