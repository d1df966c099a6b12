using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations.Waiting;

/// <summary>Keeps the queue in step with a conversation, in the transaction of its turn: it is never behind.</summary>
internal static class QueueWriter
{
    /// <summary>What is sealed of the queue.</summary>
    public static SealedTable Sealed { get; } = new("desk_queue", ["conversation_id"], "conversation_id", "0", ["words"]);

    // What the officer's browser says of itself is no part of a turn: the lease stands while the same takeover stands.
    private const string Put = """
        INSERT INTO desk_queue (conversation_id, reason, is_danger, waiting_since, promised_by, not_before, channel, skill, patch, words, for_officer, officer_id, officer_name, joined_at, lease_until, last_said_at)
        VALUES (@id, @reason, @danger, @since, @promised, @not_before, @channel, @skill, @patch, @words, @for, @officer, @name, @joined, @lease, @at)
        ON CONFLICT (conversation_id) DO UPDATE SET
            reason = excluded.reason, is_danger = excluded.is_danger, waiting_since = excluded.waiting_since, promised_by = excluded.promised_by, not_before = excluded.not_before,
            channel = excluded.channel, skill = excluded.skill, patch = excluded.patch, words = excluded.words, for_officer = excluded.for_officer,
            officer_id = excluded.officer_id, officer_name = excluded.officer_name, joined_at = excluded.joined_at,
            lease_until = CASE WHEN desk_queue.joined_at = excluded.joined_at AND desk_queue.officer_id = excluded.officer_id THEN desk_queue.lease_until ELSE excluded.lease_until END,
            last_said_at = CASE WHEN @spoke = 1 THEN excluded.last_said_at ELSE desk_queue.last_said_at END
        """;

    private const string Remove = "DELETE FROM desk_queue WHERE conversation_id = @id";
    private const string Waited = "INSERT INTO desk_waits (conversation_id, version, waiting_since, joined_at, is_danger) VALUES (@id, @version, @since, @joined, @danger)";

    private const string Closed = "INSERT INTO desk_outcomes (conversation_id, version, outcome, officer_id, at) VALUES (@id, @version, @outcome, @officer, @at)";

    /// <param name="session">The transaction of the turn.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="at">When it was stored, Unix milliseconds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task FollowAsync(StorageSession session, StoredTurn turn, long at, CancellationToken cancellationToken)
    {
        if (turn.After.Handover is { } handover)
        {
            await PutAsync(session, turn, handover, at, cancellationToken);
        }
        else if (turn.HandoverBefore is not null)
        {
            await session.Command(Remove, ("@id", turn.After.Id)).ExecuteNonQueryAsync(cancellationToken);
        }

        if (turn is { Event: ConversationEvent.OfficerJoins, After.Handover: { JoinedAt: { } joined } taken })
        {
            await session.Command(
                    Waited,
                    ("@id", turn.After.Id), ("@version", turn.Before), ("@since", taken.Since.ToUnixTimeMilliseconds()), ("@joined", joined.ToUnixTimeMilliseconds()), ("@danger", taken.IsDanger ? 1 : 0))
                .ExecuteNonQueryAsync(cancellationToken);
        }

        if (turn.Event is ConversationEvent.OfficerWrapsUp closed)
        {
            await session.Command(Closed, ("@id", turn.After.Id), ("@version", turn.Before), ("@outcome", closed.Outcome), ("@officer", closed.Officer.Id), ("@at", at)).ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task PutAsync(StorageSession session, StoredTurn turn, Handover handover, long at, CancellationToken cancellationToken) => await session.Command(
            Put,
            ("@id", turn.After.Id),
            ("@reason", handover.Reason),
            ("@danger", handover.IsDanger ? 1 : 0),
            ("@since", handover.Since.ToUnixTimeMilliseconds()),
            ("@promised", handover.PromisedBy.ToUnixTimeMilliseconds()),
            ("@not_before", handover.NotBefore?.ToUnixTimeMilliseconds()),
            ("@channel", turn.After.Channel),
            ("@skill", handover.Skill),
            ("@patch", handover.Patch),
            ("@words", await session.Keys.SealAsync(turn.After.Id, KeyPart.Said, Sealed.PlaceOf("words", turn.After.Id), StorableText.Of(handover.Words), cancellationToken)),
            ("@for", handover.For?.Id),
            ("@officer", handover.Officer?.Id),
            ("@name", handover.Officer?.Name),
            ("@joined", handover.JoinedAt?.ToUnixTimeMilliseconds()),
            ("@lease", handover.Officer?.IsAtAnotherDesk() == true ? null : (handover.JoinedAt + DeskQueue.FirstLease)?.ToUnixTimeMilliseconds()),
            ("@at", at),
            ("@spoke", turn.Spoke == Speaker.Resident ? 1 : 0))
        .ExecuteNonQueryAsync(cancellationToken);
}
