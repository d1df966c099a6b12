using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Live;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>What is pushed to an open page when very many wait.</summary>
public sealed class LiveQueueTests
{
    private static readonly Officer Priya = new("p.singh", "Priya Singh");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_same_queue_is_not_sent_again_and_a_changed_one_is()
    {
        var around = (await TestCouncil.RealContent.Value) with { Now = Monday };
        var first = View().Update(Queue(3, around.Now), [], null, [], around);
        var again = first.After.Update(Queue(3, around.Now), [], null, [], around);
        var changed = again.After.Update(Queue(4, around.Now), [], null, [], around);

        Assert.NotNull(first.Update.Queue);
        Assert.Null(again.Update.Queue);
        Assert.NotNull(changed.Update.Queue);
    }

    [Theory]
    [InlineData(40, "")]
    [InlineData(41, "1 more waits after these.")]
    [InlineData(500, "460 more wait after these.")]
    public async Task Of_very_many_the_most_urgent_are_shown_and_the_others_counted(int waiting, string more)
    {
        var around = (await TestCouncil.RealContent.Value) with { Now = Monday };

        var queue = View().Update(Queue(waiting, around.Now), [], null, [], around).Update.Queue!;

        Assert.Equal(Math.Min(40, waiting), queue.Split("<li ").Length - 1);
        Assert.Contains($"Waiting, {waiting} ", queue, StringComparison.Ordinal);
        Assert.Contains(more, queue, StringComparison.Ordinal);
        Assert.Equal(more.Length > 0, queue.Contains("after these", StringComparison.Ordinal));
    }

    private static DeskView View() => new(Priya, [DeskRole.Officer], new QueueFilter("", ""), null, 0);

    private static QueueSnapshot Queue(int waiting, DateTimeOffset now) => new(
        [.. Enumerable.Range(0, waiting).Select(at => new QueueEntry($"{at:D32}", "person_asked_for", IsDanger: false, now.AddMinutes(-5), now.AddMinutes(5), "web", "", "", "can I talk to a person") { LastSaidAt = now })],
        waiting);
}
