using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Plans.Support;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>Dudley, paragraphs 8 and 9: knowing about the money, the couple plans what it could do; and nobody but staff agrees it.</summary>
public sealed class FirstSupportPlanTests
{
    private static readonly TestResident Plans = MrAndMrsJones.ToTheEnd.But(
        ("offer.support_plan", "Yes please"), ("plan_ideas", "Somebody to sit with the person, Housework and shopping and A day out with company"),
        ("often_sitter", "4"), ("often_housework", "3"), ("often_day_out", "1"), ("plan_who", "Two Hours Off Sitting Service"), ("plan_other", "skip"),
        ("plan_holding", "A local organisation looks after the money"), ("plan_broker", "yes"), ("plan_hard", "yes"), ("plan_advocate", "yes"), ("offer.contingency", "no thanks"));

    [Fact]
    public async Task What_is_chosen_is_added_up_beside_the_figure_and_travels_in_the_referral()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await Plans.TalkAsync(council, MrAndMrsJones.Opening);
        await council.DeliverAsync();

        // 4 hours at £18.00, 3 at £17.00, a day at £45.00.
        var shown = Assert.Single(talked.Replies, reply => reply.Phrase == "support_plan.within");
        Assert.Contains("£168.00 a week", shown.Text, StringComparison.Ordinal);
        Assert.Contains("£117.00", shown.Text, StringComparison.Ordinal);
        var plan = Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None)).Referral.SupportPlan!;
        Assert.Equal((168.00m, 285.00m, "third_party"), (plan.Weekly, plan.Budget, plan.Holding));
        Assert.Contains(plan.Lines, line => line.Who.StartsWith("Two Hours Off Sitting Service", StringComparison.Ordinal) && line.Often == "4 hours a week");
        Assert.True(plan.WantsBroker);
        Assert.True(plan.WantsAdvocate);
        Assert.Null(plan.Panel);
    }

    [Fact]
    public async Task Services_near_them_are_shown_before_they_say_who_should_do_it()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await Plans.TalkAsync(council, MrAndMrsJones.Opening);

        Assert.NotEmpty(Assert.Single(talked.Replies, reply => reply.Phrase == "support_plan.services").Services);
    }

    [Fact]
    public async Task A_direct_payment_for_the_councils_own_day_centre_is_said_not_to_work_kindly()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await Plans.But(("plan_ideas", "The council's own day centre"), ("often_council_day", "2"), ("plan_who", "skip"), ("plan_holding", "You get the money")).TalkAsync(council, MrAndMrsJones.Opening);

        Assert.Contains("can't buy the council's own services", Assert.Single(talked.Replies, reply => reply.Phrase == "support_plan.not_this_way").Text, StringComparison.Ordinal);
        Assert.Contains(talked.Replies, reply => reply.Phrase == "support_plan.within");
    }

    [Fact]
    public async Task A_plan_over_the_figure_is_no_refusal_and_from_the_threshold_on_it_is_for_the_panel()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await Plans.But(("plan_ideas", "Somebody there at night"), ("often_nights", "5"), ("plan_who", "skip")).TalkAsync(council, MrAndMrsJones.Opening);
        await council.DeliverAsync();

        var shown = Assert.Single(talked.Replies, reply => reply.Phrase == "support_plan.over");
        Assert.Contains("£475.00 a week", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not allowed", shown.Text, StringComparison.OrdinalIgnoreCase);
        var referral = Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None)).Referral;
        Assert.NotNull(referral.SupportPlan!.Panel);
        Assert.Contains("For the risk panel", ReferralDocument.Html(referral), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_on_their_own_plan_page_and_in_the_text_and_is_never_said_to_be_agreed()
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await Plans.TalkAsync(council, MrAndMrsJones.Opening);
        var around = (await TestCouncil.RealContent.Value) with { Now = council.Clock.GetUtcNow() };

        var own = MakePlan.From(talked.Now, around);
        var html = System.Net.WebUtility.HtmlDecode(PlanPage.Render(around.Content.Council, own));

        Assert.All(new[] { html, PlanText.Whole(own) }, page =>
        {
            Assert.Contains("Two Hours Off Sitting Service", page, StringComparison.Ordinal);
            Assert.Contains("£168.00", page, StringComparison.Ordinal);
            Assert.Contains("Nobody has agreed this yet", page, StringComparison.Ordinal);
        });
        Assert.Contains(talked.Replies.SelectMany(reply => reply.Details).SelectMany(detail => detail.Lines), line => line.Contains("Only a council worker can sign it off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_who_saw_no_figure_is_asked_to_plan_with_it()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await MrAndMrsJones.AtFirst.But(("offer.estimate", "no thanks"), ("offer.helper", "no thanks"), ("arrange", "no thanks")).TalkAsync(council, MrAndMrsJones.Opening);

        Assert.Null(MakeSupportPlan.From(talked.Now, (await TestCouncil.RealContent.Value) with { Now = council.Clock.GetUtcNow() }));
        Assert.False(talked.Now.TimesOffered.ContainsKey("offer.support_plan"));
    }
}
