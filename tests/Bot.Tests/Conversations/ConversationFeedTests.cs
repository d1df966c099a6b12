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
}
