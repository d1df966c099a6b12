using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>A short question after an answer is about what was talked of, and gets no more than what it asks.</summary>
public sealed class FollowUpsTests
{
    [Theory]
    [InlineData("is there one nearer?", "follow_up.n")]
    [InlineData("what about at weekends?", "follow_up.weekend")]
    [InlineData("is there a free one", "follow_up.free")]
    [InlineData("anything in the evening?", "follow_up.evening")]
    [InlineData("and for my dad?", "follow_up.for_somebody")]
    [InlineData("what about one in Soham?", "follow_up.near_there")]
    public async Task A_follow_up_is_answered_in_its_own_words_with_services_of_the_same_kind(string asked, string phrase)
    {
        await using var council = await TestCouncil.OpenAsync();

        var said = await Say(council, "day centres in Ely", asked);

        Assert.StartsWith(phrase, said.Replies[0].Phrase, StringComparison.Ordinal);
        Assert.NotEmpty(said.Replies[0].Services);
    }

    [Fact]
    public async Task What_it_costs_is_told_of_what_was_talked_of()
    {
        await using var council = await TestCouncil.OpenAsync();

        var said = await Say(council, "day centres in Ely", "how much is it?");

        Assert.Equal("answer.day_activities", said.Replies[0].Phrase);
        Assert.Matches("pay|cost|£|free", said.Replies[0].Text);
    }

    [Fact]
    public async Task Near_me_asks_where_and_the_place_alone_is_the_answer()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

        var first = await council.SayAsync(conversation, "day centres near me");
        var second = await council.SayAsync(conversation, "CB7 4AA");

        Assert.Contains(first.Replies, reply => reply.Phrase == "place.where");
        Assert.Equal("follow_up.near_there", second.Replies[0].Phrase);
        Assert.All(second.Replies[0].Services.Where(service => service.Miles is not null), service => Assert.InRange(service.Miles!.Value, 0, 25));
    }

    [Fact]
    public async Task Where_another_council_looks_after_the_place_it_is_named_once()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

        var first = await council.SayAsync(conversation, "care homes in Doncaster");
        var second = await council.SayAsync(conversation, "how do I choose a care home in Doncaster");

        Assert.Contains("Doncaster", Assert.Single(first.Replies, reply => reply.Phrase == "place.other_council").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Replies, reply => reply.Phrase == "place.other_council");
    }

    [Fact]
    public async Task In_our_own_area_no_other_council_is_named()
    {
        await using var council = await TestCouncil.OpenAsync();

        var said = await Say(council, "care homes in Ely");

        Assert.DoesNotContain(said.Replies, reply => reply.Phrase == "place.other_council");
    }

    private static async Task<TurnResult> Say(TestCouncil council, params string[] messages) =>
        await council.SayAsync((await council.Runner.StartAsync("web", CancellationToken.None)).Id, messages);
}
