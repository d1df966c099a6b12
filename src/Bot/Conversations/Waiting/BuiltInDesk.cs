using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations.Waiting;

/// <summary>The desk of this program: its queue stands in the same database and is never behind.</summary>
internal sealed class BuiltInDesk : IHandoffDesk
{
    public Task FollowAsync(StorageSession session, StoredTurn turn, long at, CancellationToken cancellationToken) => QueueWriter.FollowAsync(session, turn, at, cancellationToken);
}
