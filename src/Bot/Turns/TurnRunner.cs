using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Endings;

namespace TransformingLives.Bot.Turns;

/// <summary>Takes a message its whole way: receive, screen, read, decide, commit, deliver. What has been answered is durable.</summary>
public sealed class TurnRunner(ConversationStore store, ConversationFeed feed, SurroundingsSource surroundings, TimeProvider clock, ILogger<TurnRunner> logger)
{
    private const int Attempts = 5;
    private readonly ConversationLocks locks = new();

    /// <summary>Begins a conversation: the welcome is stored with it.</summary>
    public async Task<Conversation> StartAsync(string channel, CancellationToken cancellationToken)
    {
        var around = surroundings.At(clock.GetUtcNow());
        var conversation = new Conversation { Id = ConversationId.New(), Channel = channel, StartedAt = around.Now };
        await store.AddAsync(conversation, Welcome.For(around), cancellationToken);
        return conversation;
    }

    /// <summary>Answers a message. The same key again gives the same answer, and nothing happens twice.</summary>
    /// <returns>The answer; null when there is no such conversation.</returns>
    public async Task<TurnResult?> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var entered = await locks.EnterAsync(message.ConversationId, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            if (await store.FindTurnAsync(message.ConversationId, message.Key, cancellationToken) is { } earlier)
            {
                return earlier;
            }

            if (await store.FindAsync(message.ConversationId, cancellationToken) is not { } conversation)
            {
                return null;
            }

            var turn = Decide(new Turn { Message = message, Conversation = conversation }, surroundings.At(clock.GetUtcNow()));
            var stored = new StoredTurn(message, conversation.Version, turn.Conversation, turn.Replies, turn.Work, turn.Ending ?? EndingIds.Unclear);
            if (await store.CommitAsync(stored, clock.GetUtcNow(), cancellationToken) is StoreResult.Stored done)
            {
                TurnLog.Ended(logger, conversation.Id, conversation.Version + 1, stored.Ending);
                feed.Publish(conversation.Id, done.LastSequence);
                return new TurnResult(conversation.Id, stored.Ending, turn.Replies, done.LastSequence);
            }

            TurnLog.Conflict(logger, conversation.Id);
            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"Conversation {conversation.Id} changed under {Attempts} attempts to store a turn.");
            }
        }
    }

    /// <summary>The pure part. A failure in reading or deciding never loses the message or the screening.</summary>
    private Turn Decide(Turn turn, Surroundings around)
    {
        var screened = TurnRoute.Screen(turn, around);
        try
        {
            return TurnRoute.Steps.Aggregate(screened, (current, step) => step(current, around));
        }
        catch (Exception exception)
        {
            TurnLog.Failed(logger, turn.Conversation.Id, exception.GetType().Name);
            return FailedTurn.For(screened, around);
        }
    }
}
