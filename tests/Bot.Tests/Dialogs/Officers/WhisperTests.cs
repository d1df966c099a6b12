using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Officers;

/// <summary>What is for colleagues never reaches the resident.</summary>
public sealed class WhisperTests
{
    private const string Note = "Possible coercion by the nephew";

    [Fact]
    public async Task A_whisper_is_at_the_desk_and_in_nothing_that_a_channel_reads()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        await scene.HappenAsync(new ConversationEvent.OfficerWhispers(DeskScene.Priya, Note));
        await scene.SayAsync("are you there?");

        var seen = await scene.Council.Store.ReadLogAsync(scene.Id, 0, CancellationToken.None);
        var page = LogHtml.Of(seen);
        var activities = new LogActivities(scene.Id, "directline", "resident", "Assistant", link => link).Of(seen).ToJsonString();

        Assert.Contains(await scene.Council.Store.ReadStaffLogAsync(scene.Id, 0, CancellationToken.None), entry => entry.Text == Note && entry.By == "Priya Singh");
        Assert.DoesNotContain("nephew", page, StringComparison.Ordinal);
        Assert.DoesNotContain("nephew", activities, StringComparison.Ordinal);
        Assert.DoesNotContain(seen, entry => entry.Audience == Audience.Staff);
    }

    [Fact]
    public async Task A_whisper_needs_no_floor_so_that_a_supervisor_can_help()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);

        Assert.IsType<EventResult.Done>(await scene.HappenAsync(new ConversationEvent.OfficerWhispers(DeskScene.Tom, Note)));
    }

    [Fact]
    public async Task A_message_that_comes_again_after_a_whisper_has_the_same_answer()
    {
        await using var scene = await DeskScene.OpenAsync();
        var message = new IncomingMessage(scene.Id, "key", "web", "can I talk to a person please", scene.Council.Clock.GetUtcNow());
        var first = await scene.Council.Runner.RunAsync(message, CancellationToken.None);
        await scene.HappenAsync(new ConversationEvent.OfficerWhispers(DeskScene.Priya, Note));

        var again = await scene.Council.Runner.RunAsync(message, CancellationToken.None);

        Assert.Equal(first!.Replies.Select(reply => reply.Text), again!.Replies.Select(reply => reply.Text));
    }
}
