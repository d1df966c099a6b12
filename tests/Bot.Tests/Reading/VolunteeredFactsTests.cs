namespace TransformingLives.Bot.Tests.Reading;

public sealed class VolunteeredFactsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Facts_said_in_passing_are_read_and_none_is_made_up()
    {
        var wrong = FactCase.Read("facts.own.jsonl").SelectMany(one => one.Wrong(Today)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
