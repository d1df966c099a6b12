using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using System.Diagnostics.Metrics;
using TransformingLives.Bot.Turns.Pressure;

namespace TransformingLives.Bot.Tests.Turns;

/// <summary>Who is let in, who waits and who is turned away.</summary>
public sealed class TurnGateTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task While_there_is_room_everybody_comes_in()
    {
        var gate = Gate(atOnce: 3, waiting: 1);

        Assert.True(gate.TryEnter());
        Assert.True(await gate.EnterAsync(Urgency.New, default));
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
        gate.Leave();
        Assert.True(gate.TryEnter());
    }

    [Fact]
    public async Task The_most_urgent_comes_in_first_and_of_the_same_whoever_came_first()
    {
        var gate = Gate(atOnce: 1, waiting: 10);
        var order = new List<string>();
        Assert.True(gate.TryEnter());

        // Danger has a place of its own: that is taken too, and one leaves before anybody comes in.
        Assert.True(await gate.EnterAsync(Urgency.Danger, default));
        var all = new Dictionary<string, Task<bool>>
        {
            ["new"] = gate.EnterAsync(Urgency.New, default),
            ["under way"] = gate.EnterAsync(Urgency.UnderWay, default),
            ["danger"] = gate.EnterAsync(Urgency.Danger, default),
            ["under way, later"] = gate.EnterAsync(Urgency.UnderWay, default),
        };
        while (all.Count > order.Count)
        {
            var before = gate.Waiting;
            gate.Leave();
            if (gate.Waiting < before)
            {
                order.Add(await CameAsync(all.Where(one => !order.Contains(one.Key))));
            }
        }

        Assert.Equal(["danger", "under way", "under way, later", "new"], order);
        Assert.Equal(0, gate.Waiting);
    }

    [Fact]
    public async Task From_the_end_of_the_order_people_are_turned_away_and_danger_never_is()
    {
        var gate = Gate(atOnce: 1, waiting: 2);
        gate.TryEnter();

        Assert.False(gate.TurnsAway(Urgency.StaffReport));
        var first = gate.EnterAsync(Urgency.New, default);
        Assert.True(gate.TurnsAway(Urgency.StaffReport));
        Assert.False(gate.TurnsAway(Urgency.New));
        var second = gate.EnterAsync(Urgency.New, default);
        Assert.False(await gate.EnterAsync(Urgency.New, default));
        var third = gate.EnterAsync(Urgency.UnderWay, default);
        var fourth = gate.EnterAsync(Urgency.UnderWay, default);
        Assert.False(await gate.EnterAsync(Urgency.UnderWay, default));
        Assert.True(await gate.EnterAsync(Urgency.Danger, default));
        Assert.All([first, second, third, fourth], waiting => Assert.False(waiting.IsCompleted));
        Assert.Equal(4, gate.Waiting);
    }

    [Fact]
    public async Task Danger_beyond_its_own_places_waits_however_many_wait_already()
    {
        var gate = Gate(atOnce: 1, waiting: 1);
        gate.TryEnter();
        Assert.True(await gate.EnterAsync(Urgency.Danger, default));

        Task<bool>[] more = [.. Enumerable.Range(0, 50).Select(_ => gate.EnterAsync(Urgency.Danger, default))];
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.All(more, one => Assert.False(one.IsCompleted));
        for (var left = 0; left < 50; left++)
        {
            gate.Leave();
        }

        Assert.DoesNotContain(false, await Task.WhenAll(more));
    }

    [Fact]
    public async Task Who_has_waited_for_too_long_or_has_gone_makes_room()
    {
        var gate = Gate(atOnce: 1, waiting: 1);
        gate.TryEnter();
        var late = gate.EnterAsync(Urgency.New, default);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(await late);
        Assert.Equal(0, gate.Waiting);

        using var gone = new CancellationTokenSource();
        var going = gate.EnterAsync(Urgency.New, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => going);

        Assert.Equal(0, gate.Waiting);
        gate.Leave();
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
    }

    [Fact]
    public async Task Whoever_waits_for_another_machine_gives_the_place_away_and_goes_on_afterwards()
    {
        var gate = Gate(atOnce: 1, waiting: 1);
        Assert.True(gate.TryEnter());
        var next = gate.EnterAsync(Urgency.New, default);

        using (gate.StepAside())
        {
            Assert.True(await next);
            Assert.False(gate.TryEnter());
        }

        gate.Leave();
        Assert.False(gate.TryEnter());
        gate.Leave();
        Assert.True(gate.TryEnter());
    }

    [Fact]
    public async Task However_people_come_and_go_no_place_is_lost_and_none_is_given_twice()
    {
        var gate = Gate(atOnce: 4, waiting: 100);
        var (inside, most) = (0, 0);
        await Parallel.ForAsync(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, token) =>
        {
            using var impatient = new CancellationTokenSource();
            if (number % 7 == 0)
            {
                _ = Task.Run(impatient.Cancel, token);
            }

            try
            {
                if (await gate.EnterAsync(number % 3 == 0 ? Urgency.UnderWay : Urgency.New, impatient.Token))
                {
                    var now = Interlocked.Increment(ref inside);
                    InterlockedMax(ref most, now);
                    await Task.Yield();
                    Interlocked.Decrement(ref inside);
                    gate.Leave();
                }
            }
            catch (OperationCanceledException)
            {
                // It went away.
            }
        });

        Assert.InRange(most, 1, 4);
        Assert.Equal(0, gate.Waiting);
        Assert.Equal(4, Enumerable.Range(0, 5).Count(_ => gate.TryEnter()));
    }

    private static async Task<string> CameAsync(IEnumerable<KeyValuePair<string, Task<bool>>> waiting)
    {
        var open = waiting.ToList();
        var first = await Task.WhenAny(open.Select(one => one.Value)).WaitAsync(TimeSpan.FromSeconds(20));
        return open.Single(one => one.Value == first).Key;
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var before = most; now > before && Interlocked.CompareExchange(ref most, now, before) != before; before = most)
        {
        }
    }

    private TurnGate Gate(int atOnce, int waiting) => new(new PressureOptions { AtOnce = atOnce, Waiting = waiting }, clock, services.GetRequiredService<IMeterFactory>());
}
