using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>Cambridgeshire's case study, from his first words to a referral.</summary>
public sealed class MrJonesTests
{
    [Fact]
    public async Task His_wifes_needs_come_to_the_hand_worked_total()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await MrAndMrsJones.ToTheBudget.TalkAsync(council, MrAndMrsJones.Opening);

        var estimate = Assert.Single(talked.Replies, reply => reply.Style == ReplyStyle.Estimate);
        Assert.Contains("£285.00 a week", estimate.Text, StringComparison.Ordinal);
        Assert.Contains("£1,140.00 for four weeks", estimate.Text, StringComparison.Ordinal);
        Assert.Contains("indicative", estimate.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_referral_has_what_he_can_do_and_no_assessment_that_he_did_not_want()
    {
        await using var council = await TestCouncil.OpenAsync();

        await MrAndMrsJones.ToTheEnd.TalkAsync(council, MrAndMrsJones.Opening);
        await council.DeliverAsync();

        var referral = Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None)).Referral;
        Assert.Equal("needs_assessment", referral.Kind);
        Assert.Contains(referral.Strengths, line => line.Contains("French", StringComparison.Ordinal));
        Assert.Equal(285.00m, referral.Estimate!.Weekly);
        Assert.Equal(3, referral.Outcome!.Tier);
        Assert.NotEmpty(referral.Outcome.Reasons);
    }

    [Fact]
    public async Task He_is_never_called_a_carer()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await MrAndMrsJones.ToTheEnd.TalkAsync(council, MrAndMrsJones.Opening);

        Assert.Contains("contact_phone", talked.Asked);
        Assert.DoesNotContain(talked.Replies, reply => reply.Text.Contains("carer", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task He_is_asked_nothing_twice_and_nothing_that_he_said()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await MrAndMrsJones.ToTheEnd.TalkAsync(council, MrAndMrsJones.Opening);

        Assert.Equal(talked.Asked.Distinct(), talked.Asked);
        Assert.DoesNotContain("needs_because", talked.Asked);
    }
}
