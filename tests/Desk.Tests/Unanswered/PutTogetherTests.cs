using TransformingLives.Bot.Desk.Unanswered;

namespace TransformingLives.Desk.Tests.Unanswered;

public sealed class PutTogetherTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_in_other_words_is_one_matter_and_the_most_asked_is_first()
    {
        var clusters = PutTogether.Of(Asked("do you mend wheelchairs", "bat in the loft", "can you mend my wheelchair please", "Mending a wheelchair?"));

        Assert.Equal([3, 1], clusters.Select(cluster => cluster.Questions.Length));
        Assert.Equal("Mending a wheelchair?", clusters[0].Examples[0]);
    }

    [Fact]
    public void The_order_in_which_they_are_read_changes_nothing()
    {
        var asked = Asked("do you mend wheelchairs", "bat in the loft", "can you mend my wheelchair please").ToArray();

        Assert.Equal(PutTogether.Of(asked).Select(cluster => cluster.Id), PutTogether.Of(asked.Reverse()).Select(cluster => cluster.Id));
    }

    [Fact]
    public void Other_matters_stay_apart() => Assert.Equal(2, PutTogether.Of(Asked("do you mend wheelchairs", "do you mend toasters")).Length);

    [Fact]
    public void Of_none_there_is_none() => Assert.Empty(PutTogether.Of([]));

    private static IEnumerable<AskedQuestion> Asked(params string[] words) => words.Select((text, at) => new AskedQuestion(text, "not_found", Monday.AddMinutes(at)));
}
