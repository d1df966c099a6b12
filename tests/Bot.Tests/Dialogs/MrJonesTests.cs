using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>Cambridgeshire's case study, from his first words to a referral.</summary>
public sealed class MrJonesTests
{
    private static readonly string[] FirstConversation =
    [
        "My wife has dementia so I see to her. But I'm not her carer, I'm her husband.",
        "Yes please", "Both of us", "To stay together at home", "I taught French and I still do the garden", "Our daughter, ten miles away",
        "no", "yes", "Managing but tired", "washing and nights", "None of these", "no care home",
    ];

    private static readonly string[] Needs =
    [
        "Yes please",
        "I need someone to help with meals or drinks every day.", "I need someone to help me wash every day.",
        "I need some help on some days, or have accidents sometimes.", "I need someone to help me dress every day.",
        "I have had falls, or there are parts of my home I cannot use.", "I cannot keep my home clean or safe unless someone does it.",
        "I need help to see people, or I am often lonely.", "I do what I want, or this is not important to me now.",
        "I need someone with me for every trip.", "Someone has to help me most nights.",
        "I should not be left for more than an hour or two.", "I do not look after a child.", "A big difference",
    ];

    private static readonly string[] Contact = ["no thanks", "no thanks", "Yes please", "Margaret Jones", "4/5/1938", "skip", "CB23 7AA", "07700 900118", "not before ten", "Yes please"];

    [Fact]
    public async Task His_wifes_needs_come_to_the_hand_worked_total()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        var result = await council.SayAsync(conversation.Id, [.. FirstConversation, .. Needs]);

        var estimate = Assert.Single(result.Replies, reply => reply.Style == ReplyStyle.Estimate);
        Assert.Contains("£285.00 a week", estimate.Text, StringComparison.Ordinal);
        Assert.Contains("£1,140.00 for four weeks", estimate.Text, StringComparison.Ordinal);
        Assert.Contains("indicative", estimate.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_referral_has_what_he_can_do_and_no_assessment_that_he_did_not_want()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        await council.SayAsync(conversation.Id, [.. FirstConversation, .. Needs, .. Contact]);
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
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        await council.SayAsync(conversation.Id, [.. FirstConversation, .. Needs, .. Contact]);

        var log = await council.Store.ReadLogAsync(conversation.Id, 0, CancellationToken.None);
        Assert.DoesNotContain(log, entry => entry.Reply is { } reply && reply.Text.Contains("carer", StringComparison.OrdinalIgnoreCase));
    }
}
