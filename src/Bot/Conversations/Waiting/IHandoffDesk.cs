using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations.Waiting;

/// <summary>
/// A desk that conversations are handed off to. It hears of each turn of a conversation that wants a person or has one, in the transaction of
/// that turn: what Bot Framework calls <c>handoff.initiate</c>, the words that follow it, and how it ends. It answers with events of the
/// conversation, which are Bot Framework's <c>handoff.status</c>: an officer joins (accepted), gives back or wraps up (completed).
/// </summary>
public interface IHandoffDesk
{
    /// <summary>Follows a turn. Only the database may be touched: whoever is far away is told afterwards, by work of the outbox.</summary>
    /// <param name="session">The transaction of the turn.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="at">When it was stored, Unix milliseconds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task FollowAsync(StorageSession session, StoredTurn turn, long at, CancellationToken cancellationToken);
}
