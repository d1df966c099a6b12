using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>Chatwoot as the desk: what it has to be told goes into the outbox in the transaction of the turn, so nothing is lost while it is away.</summary>
/// <param name="cases">Found late: the store that calls us needs it too.</param>
internal sealed class ChatwootDesk(Func<CouncilCases> cases) : IHandoffDesk
{
    /// <summary>Its name, in the ids of its officers.</summary>
    public const string Name = "chatwoot";

    public Task FollowAsync(StorageSession session, StoredTurn turn, long at, CancellationToken cancellationToken) =>
        turn.TouchesDesk ? cases().EnqueueAsync(session, new CaseWork.TellDesk(turn.After.Id, turn.Before + 1), cancellationToken) : Task.CompletedTask;
}
