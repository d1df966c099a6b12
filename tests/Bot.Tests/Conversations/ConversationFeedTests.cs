using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Tests.Conversations;

public sealed class ConversationFeedTests
{
    [Fact]
    public void Everybody_who_listens_is_woken_once_and_nobody_else()
    {
        var feed = new ConversationFeed();
        using var first = feed.Subscribe("one");
        using var second = feed.Subscribe("one");
        using var other = feed.Subscribe("two");

        feed.Publish("one", 1);

        Assert.Equal((true, true, false), (first.HasNews, second.HasNews, other.HasNews));
    }

    [Fact]
    public void Nothing_is_kept_of_who_left()
    {
        var feed = new ConversationFeed();
        var (first, second) = (feed.Subscribe("one"), feed.Subscribe("one"));

        first.Dispose();
        Assert.Single(feed.Listened);
        second.Dispose();
        second.Dispose();

        Assert.Empty(feed.Listened);
    }

    [Fact]
    public async Task Who_waits_is_woken_and_who_comes_later_need_not_wait()
    {
        var feed = new ConversationFeed();
        using var listener = feed.Subscribe("one");

        var waiting = listener.WaitAsync(CancellationToken.None).AsTask();
        feed.Publish("one", 1);
        Assert.Equal(1, await waiting);
        Assert.False(listener.HasNews);

        feed.Publish("one", 2);
        feed.Publish("one", 3);
        Assert.Equal(3, await listener.WaitAsync(CancellationToken.None));
        Assert.False(listener.WaitAsync(CancellationToken.None).AsTask().IsCompleted);
    }

    [Fact]
    public async Task What_is_known_wakes_nobody_again()
    {
        var feed = new ConversationFeed();
        using var listener = feed.Subscribe("one");
        feed.Publish("one", 5);
        Assert.Equal(5, await listener.WaitAsync(CancellationToken.None));

        feed.Publish("one", 5);
        feed.Publish("one", 4);

        Assert.False(listener.HasNews);
    }

    [Fact]
    public async Task A_wait_that_is_given_up_takes_no_news_with_it()
    {
        var feed = new ConversationFeed();
        using var listener = feed.Subscribe("one");
        using var patience = new CancellationTokenSource();

        var waiting = listener.WaitAsync(patience.Token).AsTask();
        await patience.CancelAsync();
        feed.Publish("one", 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(1, await listener.WaitAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_second_wait_ends_the_first_and_hears_the_news()
    {
        var feed = new ConversationFeed();
        using var listener = feed.Subscribe("one");

        var first = listener.WaitAsync(CancellationToken.None).AsTask();
        var second = listener.WaitAsync(CancellationToken.None).AsTask();
        feed.Publish("one", 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, await second);
    }
}
