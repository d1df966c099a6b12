using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.Turns.Pressure;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Turns;

/// <summary>Takes a message its whole way: receive, screen, read, decide, commit, deliver. What has been answered is durable.</summary>
public sealed class TurnRunner(ConversationStore store, ConversationFeed feed, CouncilCases cases, SurroundingsSource surroundings, AppointmentBook book, TurnGate gate, TurnMeter meter, TimeProvider clock, ILogger<TurnRunner> logger, ModelTurns? model = null, DoorLimits? limits = null)
{
    private const int Attempts = 5;
    private readonly ConversationLocks locks = new();

    /// <summary>Begins a conversation: the welcome is stored with it.</summary>
    public async Task<Conversation> StartAsync(string channel, CancellationToken cancellationToken) =>
        (await StartAsync(channel, ConversationId.New(), cancellationToken)).Conversation;

    /// <summary>Begins a conversation under an id that was given out before; begun already, it is left as it is.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="number">The person's own number, E.164, where the channel shows it; null otherwise.</param>
    public async Task<(Conversation Conversation, bool IsNew)> StartAsync(string channel, string id, CancellationToken cancellationToken, string? number = null)
    {
        using var entered = await locks.EnterAsync(id, cancellationToken);
        if (await store.FindAsync(id, cancellationToken) is { } begun)
        {
            return (begun, false);
        }

        using var loan = surroundings.Borrow(clock.GetUtcNow());
        var around = loan.Surroundings;
        var conversation = new Conversation { Id = id, Channel = channel, StartedAt = around.Now, Numbers = number is null ? [] : [number] };
        return await store.AddAsync(conversation, Welcome.For(channel, around), cancellationToken)
            ? (conversation, true)
            : (await store.FindAsync(id, cancellationToken) ?? conversation, false);
    }

    /// <summary>Keeps what a client sent that is no message, such as an event; nobody answers it.</summary>
    /// <returns>Its sequence in the log; null when there is no such conversation.</returns>
    public Task<TurnResult?> RecordAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        CommitAsync(message.ConversationId, message.Key, (conversation, _) => new StoredTurn(message, conversation.Version, conversation, [], [], EndingIds.Recorded) { Who = Speaker.Client }, cancellationToken);

    /// <summary>Answers a message. The same key again gives the same answer, and nothing happens twice.</summary>
    /// <returns>The answer; null when there is no such conversation.</returns>
    public Task<TurnResult?> RunAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var isTooMuch = limits?.IsTooMuchIn(message.ConversationId) == true;
        return MeasureAsync(measured => AdmitAsync(message with { Text = MessageText.Clean(message.Text), IsOverLimit = message.IsOverLimit || isTooMuch }, measured, cancellationToken));
    }

    /// <summary>Somebody who begins with these words would be turned away: then they are told so before anything is stored.</summary>
    /// <returns>What they are told; null when they may come in.</returns>
    public TurnResult? TurnAway(string text)
    {
        if (!gate.TurnsAway(Urgency.New))
        {
            return null;
        }

        using var loan = surroundings.Borrow(clock.GetUtcNow());
        var urgency = HowUrgent.Of(text, null, loan.Surroundings);
        if (!gate.TurnsAway(urgency))
        {
            return null;
        }

        gate.TurnAway(urgency);
        return BusyTurn.For("", loan.Surroundings);
    }

    // First the turns of its own conversation, then the gate: so somebody who sends many at once takes one place.
    private async Task<TurnResult?> AdmitAsync(IncomingMessage message, TurnMeter.Measured measured, CancellationToken cancellationToken)
    {
        if (locks.Count(message.ConversationId) >= gate.OfOneConversation && await UrgencyAsync(message, cancellationToken) is not Urgency.Danger and var urgency)
        {
            gate.TurnAway(urgency);
            return Busy(message, measured);
        }

        using var entered = await locks.EnterAsync(message.ConversationId, cancellationToken);
        if (!gate.TryEnter() && !await gate.EnterAsync(await UrgencyAsync(message, cancellationToken), cancellationToken))
        {
            return Busy(message, measured);
        }

        try
        {
            return await AnswerAsync(message, measured, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<T> AsideAsync<T>(Func<Task<T>> wait)
    {
        using var aside = gate.StepAside();
        return await wait();
    }

    private TurnResult Busy(IncomingMessage message, TurnMeter.Measured measured)
    {
        measured.TurnedAway(message.Channel);
        return BusyTurn.For(message.ConversationId, surroundings.At(clock.GetUtcNow()));
    }

    private async ValueTask<Urgency> UrgencyAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var (conversation, _) = await store.LoadAsync(message.ConversationId, message.Key, cancellationToken);
        using var loan = surroundings.Borrow(clock.GetUtcNow());
        return HowUrgent.Of(message.Text, conversation, loan.Surroundings);
    }

    // A turn that is decided again after a conflict has no more time for the language model than the first.
    private async Task<TurnResult?> AnswerAsync(IncomingMessage message, TurnMeter.Measured measured, CancellationToken cancellationToken)
    {
        using var help = model?.Begin();
        return await StoreAsync(message.ConversationId, message.Key, async (conversation, around) =>
        {
            var received = new Turn { Message = message, Conversation = conversation with { LastChannel = message.Channel == conversation.Channel ? null : message.Channel } };
            var screened = TurnRoute.Screen(received, around);
            screened = help is null ? screened : screened with { Suggested = await AsideAsync(() => help.ReadAsync(screened, around, cancellationToken)) };
            var turn = await DecideAsync(screened, around, cancellationToken);
            turn = help is null ? turn : await AsideAsync(() => help.WordAsync(turn, conversation, around, cancellationToken));
            return new StoredTurn(message, conversation.Version, turn.Conversation, turn.Replies, turn.Work, turn.Ending ?? EndingIds.Unclear) { Diary = turn.Diary };
        }, measured, cancellationToken);
    }

    /// <summary>Nothing has been said for a while: asks once, gently, whether the person is still there. Twice it says nothing.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="key">Idempotency key of the silence.</param>
    /// <param name="channel">The channel it is silent on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What was said; null when there is no such conversation.</returns>
    public Task<TurnResult?> NudgeAsync(string conversationId, string key, string channel, CancellationToken cancellationToken)
    {
        var silence = new IncomingMessage(conversationId, key, channel, "", clock.GetUtcNow());
        return CommitAsync(conversationId, key, (conversation, around) =>
        {
            var turn = Nudging.After(new Turn { Message = silence, Conversation = conversation }, around);
            return new StoredTurn(silence, conversation.Version, turn.Conversation, turn.Replies, turn.Work, turn.Ending ?? EndingIds.Recorded) { Who = Speaker.Client };
        }, cancellationToken);
    }

    /// <summary>Lets something happen that is not the resident's words. The same key again happens once; who has the floor is looked at when it commits.</summary>
    public async Task<EventResult> RunAsync(IncomingEvent happening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happening);
        EventDecision.Refused? refused = null;
        var done = await CommitAsync(happening.ConversationId, happening.Key, async (conversation, around) =>
        {
            var message = happening.AsMessage(conversation.SpeaksBy());
            var received = new Turn { Message = message, Conversation = conversation };
            var decision = DecideEvent.Decide(received, happening.What, around);
            if (decision is EventDecision.Happens({ WantsDiary: true }))
            {
                decision = DecideEvent.Decide(received, happening.What, await WithDiaryAsync(around, cancellationToken));
            }

            refused = decision as EventDecision.Refused;
            return decision is EventDecision.Happens(var turn)
                ? new StoredTurn(message, conversation.Version, turn.Conversation, turn.Replies, turn.Work, turn.Ending ?? EndingIds.Recorded) { Event = happening.What, Diary = turn.Diary }
                : null;
        }, cancellationToken);
        return (done, refused) switch
        {
            ({ } turn, _) => new EventResult.Done(turn),
            (null, { } why) => new EventResult.Refused(why.HeldBy),
            _ => new EventResult.NoConversation(),
        };
    }

    private Task<TurnResult?> CommitAsync(string conversationId, string key, Func<Conversation, Surroundings, StoredTurn?> decide, CancellationToken cancellationToken) =>
        CommitAsync(conversationId, key, (conversation, around) => ValueTask.FromResult(decide(conversation, around)), cancellationToken);

    /// <summary>Decides on what is there, and stores it unless another turn came first. Null when there is no such conversation, or nothing was to be stored.</summary>
    private Task<TurnResult?> CommitAsync(string conversationId, string key, Func<Conversation, Surroundings, ValueTask<StoredTurn?>> decide, CancellationToken cancellationToken) => MeasureAsync(async measured =>
    {
        using var entered = await locks.EnterAsync(conversationId, cancellationToken);
        return await StoreAsync(conversationId, key, decide, measured, cancellationToken);
    });

    private async Task<TurnResult?> MeasureAsync(Func<TurnMeter.Measured, Task<TurnResult?>> run)
    {
        using var measured = meter.Begin();
        try
        {
            return await run(measured);
        }
        catch (Exception exception) when (measured.Failed(exception))
        {
            throw;
        }
    }

    private async Task<TurnResult?> StoreAsync(string conversationId, string key, Func<Conversation, Surroundings, ValueTask<StoredTurn?>> decide, TurnMeter.Measured measured, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (conversation, earlier) = await store.LoadAsync(conversationId, key, cancellationToken);
            if (conversation is null || earlier is not null)
            {
                return earlier;
            }

            using var loan = surroundings.Borrow(clock.GetUtcNow());
            if (await decide(conversation, loan.Surroundings) is not { } decided)
            {
                return null;
            }

            var stored = decided with { HandoverBefore = conversation.Handover };
            if (await store.CommitAsync(stored, clock.GetUtcNow(), cancellationToken) is StoreResult.Stored done)
            {
                measured.Stored(stored, conversation.Concerns.Length);
                TurnLog.Ended(logger, Fingerprint.Of(conversation.Id), conversation.Version + 1, stored.Ending);
                feed.Publish(conversation.Id, done.LastSequence);
                if (stored.After.Handover is not null || conversation.Handover is not null)
                {
                    feed.Publish(ConversationFeed.Desk, clock.GetUtcNow().UtcTicks);
                }

                return new TurnResult(conversation.Id, stored.Ending, stored.Replies, done.LastSequence) { MessageSequence = done.LastSequence - stored.Replies.Length };
            }

            TurnLog.Conflict(logger, Fingerprint.Of(conversation.Id));
            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"Conversation {Fingerprint.Of(conversation.Id)} changed under {Attempts} attempts to store a turn.");
            }
        }
    }

    /// <summary>Deciding looks at nothing outside itself: what it wants looked up is looked up here, and it decides again.</summary>
    private async ValueTask<Turn> DecideAsync(Turn screened, Surroundings around, CancellationToken cancellationToken)
    {
        var turn = Decide(screened, around);
        if (turn.LookUp is { } asked)
        {
            screened = screened with { LookedUp = new LookedUp(await cases.ProgressAsync(asked.Reference, asked.BornOn, cancellationToken)) };
            turn = Decide(screened, around);
        }

        return turn.WantsDiary ? Decide(screened, await WithDiaryAsync(around, cancellationToken)) : turn;
    }

    private async ValueTask<Surroundings> WithDiaryAsync(Surroundings around, CancellationToken cancellationToken) =>
        around with { Diary = await book.ReadAsync(cancellationToken) };

    /// <summary>The pure part. A failure in reading or deciding never loses the message or the screening.</summary>
    private Turn Decide(Turn screened, Surroundings around)
    {
        try
        {
            return TurnRoute.Steps.Aggregate(screened, (current, step) => step(current, around));
        }
        catch (Exception exception)
        {
            TurnLog.Failed(logger, Fingerprint.Of(screened.Conversation.Id), exception.GetType().Name);
            return FailedTurn.For(screened, around);
        }
    }
}
