using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.Bot.Tests.Dialogs.Money;

/// <summary>What Mrs Jones may have to pay beside her indicative budget of £285.00.</summary>
public sealed class ChargesTests
{
    private const string Opening = "My wife Margaret is 82 and has dementia. I'm her husband.";

    private static readonly TestResident OfMoney = new(
        ("offer.money", "Yes please"), ("money_savings", "9000"), ("money_partner", "no"), ("money_income", "310 a week"), ("money_disability_benefit", "Yes, the lower rate"),
        ("money_housing", "0"), ("money_disability_costs", "20 a week"), ("holding", "The council arranges it"));

    private static readonly TestResident ToTheCharge = MrAndMrsJones.ToTheBudget.And(OfMoney);

    [Fact]
    public async Task The_charge_stands_beside_the_budget_with_its_whole_sum()
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await ToTheCharge.TalkAsync(council, Opening);

        var charge = Assert.Single(result.Replies, reply => reply.Phrase == "charge.some");
        Assert.Contains("£125.25 a week", charge.Text, StringComparison.Ordinal);
        Assert.Contains("£159.75", charge.Text, StringComparison.Ordinal);
        Assert.Contains(charge.Details[0].Lines, line => line.Contains("£386.70 − £261.45 = £125.25", StringComparison.Ordinal));
        Assert.Contains(charge.Details[0].Lines, line => line.Contains("finance officer will confirm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_savings_above_the_limit_is_asked_no_more_and_has_a_next_step()
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await ToTheCharge.But(("money_savings", "31,000 pounds"), ("holding", "direct payment")).TalkAsync(council, Opening);

        var charge = Assert.Single(result.Replies, reply => reply.Phrase.StartsWith("charge", StringComparison.Ordinal));
        Assert.Contains("£285.00 a week", charge.Text, StringComparison.Ordinal);
        Assert.Contains("27 weeks", charge.Text, StringComparison.Ordinal);
        Assert.Contains("May 2027", charge.Text, StringComparison.Ordinal);
        Assert.Contains("assessment", charge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Savings_that_soon_run_down_lead_to_an_assessment_now()
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await ToTheCharge.But(("money_savings", "24,000 pounds"), ("holding", "direct payment")).TalkAsync(council, Opening);

        Assert.Contains("ask for an assessment now", Assert.Single(result.Replies, reply => reply.Phrase == "charge.self_funder.soon").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_skips_everything_is_told_who_can_work_it_out()
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await ToTheCharge.But(
            ("money_savings", "skip"), ("money_partner", "skip"), ("money_income", "skip"), ("money_disability_benefit", "skip"), ("money_housing", "skip"), ("money_disability_costs", "skip"), ("holding", "skip")).TalkAsync(council, Opening);

        Assert.Contains(result.Replies, reply => reply.Phrase == "charge.not_known");
    }

    [Theory]
    [InlineData("how did you get to that?", "version 1.0.0")]
    [InlineData("can he spend some on laminate flooring?", "support plan")]
    [InlineData("I don't agree with that figure", "advocate")]
    public async Task Questions_about_the_figure_are_answered_about_the_figure(string question, string answer)
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await MrAndMrsJones.ToTheBudget.TalkAsync(council, Opening);

        var reply = (await council.SayAsync(talked.Now.Id, question)).Replies[0];

        Assert.Contains(answer, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("entitle", reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task How_the_money_is_to_be_held_travels_with_the_referral_and_changes_nothing()
    {
        await using var council = await TestCouncil.OpenAsync();

        await MrAndMrsJones.ToTheEnd.And(OfMoney).But(("holding", "direct payment")).TalkAsync(council, Opening);
        await council.DeliverAsync();

        var referral = Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None), found => found.Referral.Kind == "needs_assessment").Referral;
        Assert.Equal("You get the money", referral.Holding);
        Assert.Equal((285.00m, 125.25m), (referral.Estimate!.Weekly, referral.Contribution!.Pays));
        Assert.NotEmpty(referral.Eligibility);
    }

    [Fact]
    public async Task The_form_stops_asking_just_above_the_limit_of_the_year()
    {
        var around = await TestCouncil.RealContent.Value;
        var upper = around.Charging.InForce(new DateOnly(2026, 11, 23))!.Amount(FigureIds.UpperCapitalLimit);
        var form = around.Content.FindForm(FormIds.Money)!;

        Assert.True(NextAfterSavings(form, upper) is "money_age" && NextAfterSavings(form, upper + 0.01m) is "holding");
    }

    private static string? NextAfterSavings(Form form, decimal savings) =>
        NextQuestion.Of(form, Answers.None.With(new Answer("money_savings", new MoneyValue(savings, "once"), "", AnswerOrigin.Asked, default)), new HashSet<string>())?.Id;
}
