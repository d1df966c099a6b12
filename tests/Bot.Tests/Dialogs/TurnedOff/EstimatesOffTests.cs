using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.TurnedOff;

/// <summary>Indicative budgets are turned off; the rest goes on.</summary>
public sealed class EstimatesOffTests
{
    private static readonly SwitchedOff Estimates = new(SwitchIds.Estimates, "We are changing how budgets are worked out.", "", "Ada Byron", default);

    [Fact]
    public async Task None_is_offered_and_none_is_worked_out()
    {
        await using var council = await TestCouncil.OpenAsync();
        council.TurnOff(Estimates);

        var talked = await MrAndMrsJones.ToTheEnd.TalkAsync(council, MrAndMrsJones.Opening);

        Assert.DoesNotContain(talked.Replies, reply => reply.Phrase is OfferIds.Estimate or OfferIds.Money or OfferIds.SupportPlan);
        Assert.DoesNotContain(talked.Turns, turn => turn.Ending == "estimated");
        Assert.Null(talked.Now.Estimate);
        Assert.NotEmpty(talked.Now.Sent);
    }

    [Fact]
    public async Task Whoever_asks_for_one_is_told_in_the_councils_words()
    {
        await using var council = await TestCouncil.OpenAsync();
        council.TurnOff(Estimates);
        var id = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

        var result = await council.SayAsync(id, "My mum needs help to wash every day", "show me a figure");

        Assert.Equal("no_estimate", result.Ending);
        Assert.Contains(result.Replies, reply => reply.Text.Contains(Estimates.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_in_the_middle_of_the_questions_is_shown_none_at_their_end()
    {
        await using var council = await TestCouncil.OpenAsync();
        var begun = await MrAndMrsJones.AtFirst.But(("offer.estimate", "Yes please")).TalkAsync(council, MrAndMrsJones.Opening);
        Assert.StartsWith("needs_", begun.Now.OpenQuestion, StringComparison.Ordinal);
        council.TurnOff(Estimates);

        var talked = await MrAndMrsJones.ToTheBudget.GoOnAsync(council, begun.Now.Id);

        Assert.Contains(talked.Replies, reply => reply.Phrase == "off.estimates");
        Assert.Null(talked.Now.Estimate);
    }

    [Fact]
    public async Task A_figure_that_no_longer_fits_is_dropped_and_no_other_is_worked_out()
    {
        await using var council = await TestCouncil.OpenAsync();
        var shown = await MrAndMrsJones.ToTheBudget.TalkAsync(council, MrAndMrsJones.Opening);
        Assert.NotNull(shown.Now.Estimate);
        council.TurnOff(Estimates);

        await council.SayAsync(shown.Now.Id, "change needs washing", "I wash, bathe and do my laundry myself.");

        Assert.Null((await council.Store.FindAsync(shown.Now.Id, CancellationToken.None))!.Estimate);
    }
}
