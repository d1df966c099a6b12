using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Turns;

public sealed class TurnRunnerTests
{
    [Fact]
    public async Task A_message_posted_twice_is_answered_once()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        var message = new IncomingMessage(conversation.Id, "same-key", "web", "hello", council.Clock.GetUtcNow());

        var first = await council.Runner.RunAsync(message, CancellationToken.None);
        var second = await council.Runner.RunAsync(message, CancellationToken.None);

        Assert.Equal(first!.LastSequence, second!.LastSequence);
        Assert.Equal(first.Replies.Select(reply => reply.Text), second.Replies.Select(reply => reply.Text));
        Assert.Single(await council.Store.ReadLogAsync(conversation.Id, 0, CancellationToken.None), entry => entry.Text == "hello");
    }

    [Fact]
    public async Task A_message_to_no_conversation_is_refused()
    {
        await using var council = await TestCouncil.OpenAsync();

        Assert.Null(await council.Runner.RunAsync(new IncomingMessage("0123456789abcdef0123456789abcdef", "key", "web", "hello", council.Clock.GetUtcNow()), CancellationToken.None));
    }

    [Fact]
    public async Task Danger_in_the_middle_of_a_form_comes_first_and_closes_the_question()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        await council.SayAsync(conversation.Id, "I want some help with washing my mum", "Ely");

        var result = await council.SayAsync(conversation.Id, "hang on she has collapsed and I cant wake her up");

        Assert.Equal("concern", result.Ending);
        Assert.Equal("999", result.Replies[0].Numbers[0].Number);
        Assert.Null((await council.Store.FindAsync(conversation.Id, CancellationToken.None))!.OpenQuestion);
    }
}
