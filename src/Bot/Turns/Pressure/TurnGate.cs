using System.Diagnostics.Metrics;

namespace TransformingLives.Bot.Turns.Pressure;

/// <summary>Lets so many turns be worked on at once, the most urgent first, and turns away what can't be answered in time instead of being slow for everybody.</summary>
public sealed class TurnGate
{
    private readonly Lock one = new();
    private readonly LinkedList<Waiter>[] lanes = [new(), new(), new()];
    private readonly PressureOptions options;
    private readonly TimeProvider clock;
    private readonly Counter<long> turnedAway;
    private int working;
    private int waiting;
    private int aside;

    /// <summary>Opens it.</summary>
    public TurnGate(PressureOptions options, TimeProvider clock, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (this.options, this.clock) = (options, clock);
        var meter = meters.Create(TurnMeter.Name);
        meter.CreateObservableUpDownCounter("transforming_lives.turns.waiting", () => Volatile.Read(ref waiting), "{turn}", "Turns that wait to be begun.");
        turnedAway = meter.CreateCounter<long>("transforming_lives.turns.turned_away", "{turn}", "People who were told that we are busy, with numbers to ring.");
    }

    /// <summary>Turns that wait to be begun.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Messages of one conversation that may wait for each other.</summary>
    public int OfOneConversation => options.OfOneConversation;

    /// <summary>So urgent a thing would be turned away now.</summary>
    public bool TurnsAway(Urgency urgency) => Waiting >= Most(urgency);

    /// <summary>Lets a turn in where there is room, without asking how urgent it is.</summary>
    public bool TryEnter()
    {
        lock (one)
        {
            if (working >= options.AtOnce || waiting > 0)
            {
                return false;
            }

            working++;
            return true;
        }
    }

    /// <summary>Waits to be let in.</summary>
    /// <returns>False: turned away. True: call <see cref="Leave"/> when the turn is done.</returns>
    public async Task<bool> EnterAsync(Urgency urgency, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(urgency);
        lock (one)
        {
            if (HasRoom(urgency) && (urgency == Urgency.Danger || waiting == 0))
            {
                working++;
                return true;
            }

            if (waiting >= Most(urgency))
            {
                return TurnAway(urgency);
            }

            waiter.Place = lanes[(int)urgency].AddLast(waiter);
            waiting++;
        }

        try
        {
            await (urgency == Urgency.Danger ? waiter.Task.WaitAsync(cancellationToken) : waiter.Task.WaitAsync(options.LongestWait, clock, cancellationToken));
            return true;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            if (!GiveUp(waiter))
            {
                Leave();
            }

            return exception is TimeoutException ? TurnAway(urgency) : throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }

    /// <summary>A turn is done: the next comes in.</summary>
    public void Leave()
    {
        Waiter? next;
        lock (one)
        {
            working--;
            next = lanes.Select(lane => lane.First?.Value).FirstOrDefault(first => first is not null && HasRoom(first.Urgency));
            if (next is null)
            {
                return;
            }

            TakeOut(next);
            working++;
        }

        next.SetResult();
    }

    /// <summary>A turn waits for another machine: somebody else may be worked on meanwhile. Dispose it when the wait is over.</summary>
    public Aside StepAside()
    {
        lock (one)
        {
            if (aside >= options.MostAside)
            {
                return default;
            }

            aside++;
        }

        Leave();
        return new Aside(this);
    }

    /// <summary>Notes that somebody was told that we are busy.</summary>
    /// <returns>False, always.</returns>
    public bool TurnAway(Urgency urgency)
    {
        turnedAway.Add(1, new KeyValuePair<string, object?>("transforming_lives.urgency", urgency switch { Urgency.Danger => "danger", Urgency.UnderWay => "under_way", Urgency.New => "new", _ => "staff_report" }));
        return false;
    }

    private bool HasRoom(Urgency urgency) => working < options.AtOnce + (urgency == Urgency.Danger ? options.Reserve : 0);

    private int Most(Urgency urgency) => urgency switch
    {
        Urgency.Danger => int.MaxValue,
        Urgency.UnderWay => 2 * options.MostWaiting,
        Urgency.New => options.MostWaiting,
        _ => Math.Max(1, options.MostWaiting / 2),
    };

    // False when it has just been let in.
    private bool GiveUp(Waiter waiter)
    {
        lock (one)
        {
            return TakeOut(waiter);
        }
    }

    private bool TakeOut(Waiter waiter)
    {
        if (waiter.Place is not { } place)
        {
            return false;
        }

        lanes[(int)waiter.Urgency].Remove(place);
        waiter.Place = null;
        waiting--;
        return true;
    }

    private void StepBack()
    {
        // It has begun, so it goes on, though for a moment more are worked on than should be.
        lock (one)
        {
            aside--;
            working++;
        }
    }

    /// <summary>A turn that waits for another machine.</summary>
    public readonly struct Aside : IDisposable
    {
        private readonly TurnGate? gate;

        internal Aside(TurnGate gate) => this.gate = gate;

        /// <inheritdoc/>
        public void Dispose() => gate?.StepBack();
    }

    private sealed class Waiter(Urgency urgency) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Urgency Urgency { get; } = urgency;

        public LinkedListNode<Waiter>? Place { get; set; }
    }
}
