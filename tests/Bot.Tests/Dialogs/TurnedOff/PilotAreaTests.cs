using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.TurnedOff;

/// <summary>The assistant is on in some areas only.</summary>
public sealed class PilotAreaTests
{
    private const string Words = "We are trying this out around Ely first.";
    private static readonly SwitchedOff Ely = new(SwitchIds.Pilot, Words, "", "Ada Byron", default) { Areas = ["CB6", "CB7"] };

    [Fact]
    public async Task Danger_is_answered_before_anybody_is_asked_where_they_live()
    {
        await using var council = await OpenAsync();
        var id = await BeginAsync(council);

        Assert.Equal("concern", (await council.SayAsync(id, "I am going to kill myself tonight")).Ending);
    }

    [Fact]
    public async Task What_was_asked_first_is_answered_once_the_postcode_is_one_of_the_areas()
    {
        await using var council = await OpenAsync();
        var id = await BeginAsync(council);

        var asked = await council.SayAsync(id, "hot meals please");
        var answered = await council.SayAsync(id, "CB7 4EJ");

        Assert.Equal(("switched_off", "pilot.ask"), (asked.Ending, Assert.Single(asked.Replies).Phrase));
        Assert.Equal("answered", answered.Ending);
        Assert.Contains(answered.Replies, reply => reply.Text.Contains("meal", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("answered", (await council.SayAsync(id, "what is a blue badge")).Ending);
    }

    [Theory]
    [InlineData("CB7")]
    [InlineData("it's cb6 1aa")]
    [InlineData("C B 7 4 E J")]
    public async Task A_postcode_alone_is_thanked_for_and_lets_in(string postcode)
    {
        await using var council = await OpenAsync();
        var id = await BeginAsync(council);

        Assert.Equal("pilot.inside", Assert.Single((await council.SayAsync(id, postcode)).Replies).Phrase);
        Assert.Equal("answered", (await council.SayAsync(id, "hot meals in Ely")).Ending);
    }

    [Theory]
    [InlineData("PE13 2AA")]
    [InlineData("ZE1 0AA")]
    [InlineData("I live in CB1")]
    public async Task Elsewhere_people_read_the_councils_words_and_the_numbers(string postcode)
    {
        await using var council = await OpenAsync();
        var id = await BeginAsync(council);

        var outside = Assert.Single((await council.SayAsync(id, "hot meals please", postcode)).Replies);
        var still = await council.SayAsync(id, "but I need meals");

        Assert.Contains(Words, outside.Text, StringComparison.Ordinal);
        Assert.Contains(outside.Numbers, number => number.Number == "01632 960 100");
        Assert.Equal("pilot.outside", Assert.Single(still.Replies).Phrase);
        Assert.Equal("concern", (await council.SayAsync(id, "he hits me every night")).Ending);
    }

    [Fact]
    public async Task Whoever_mistyped_may_say_it_again()
    {
        await using var council = await OpenAsync();
        var id = await BeginAsync(council);

        var result = await council.SayAsync(id, "hot meals please", "CB1 1AA", "sorry, CB7 4EJ");

        Assert.Equal("answered", result.Ending);
    }

    [Fact]
    public async Task In_mid_form_the_answer_waits_for_the_postcode_and_counts()
    {
        await using var council = await TestCouncil.OpenAsync();
        var before = (await new TestResident(("offer.first_conversation", "Yes please"), ("about_who", "Both of us"), ("where", "Soham")).TalkAsync(council, MrAndMrsJones.Opening)).Now;
        Assert.Equal("nights", before.OpenQuestion);
        council.TurnOff(Ely);

        await council.SayAsync(before.Id, "yes", "CB7 4EJ");

        Assert.NotNull((await council.Store.FindAsync(before.Id, CancellationToken.None))!.Answers["nights"]);
    }

    private static async Task<TestCouncil> OpenAsync()
    {
        var council = await TestCouncil.OpenAsync();
        council.TurnOff(Ely);
        return council;
    }

    private static async Task<string> BeginAsync(TestCouncil council) => (await council.Runner.StartAsync("web", CancellationToken.None)).Id;
}
