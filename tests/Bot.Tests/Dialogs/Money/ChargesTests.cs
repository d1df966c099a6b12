using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.Bot.Tests.Dialogs.Money;

/// <summary>What Mrs Jones may have to pay beside her indicative budget of £285.00.</summary>
public sealed class ChargesTests
{
    private static readonly string[] ToTheBudget =
    [
        "My wife Margaret is 82 and has dementia. I'm her husband.", "Yes please", "Somebody else", "To stay together at home", "She sings", "Our daughter",
        "no", "yes", "Managing but tired", "washing and nights", "None of these", "no care home",
        "Yes please",
        "I need someone to help with meals or drinks every day.", "I need someone to help me wash every day.",
        "I need some help on some days, or have accidents sometimes.", "I need someone to help me dress every day.",
        "I have had falls, or there are parts of my home I cannot use.", "I cannot keep my home clean or safe unless someone does it.",
        "I need help to see people, or I am often lonely.", "I do what I want, or this is not important to me now.",
        "I need someone with me for every trip.", "Someone has to help me most nights.",
        "I should not be left for more than an hour or two.", "I do not look after a child.", "A big difference",
    ];

    [Fact]
    public async Task The_charge_stands_beside_the_budget_with_its_whole_sum()
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await SayAsync(council, "Yes please", "9000", "no", "310 a week", "Yes, the lower rate", "0", "20 a week", "The council arranges it");

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

        var result = await SayAsync(council, "Yes please", "31,000 pounds", "direct payment");

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

        var result = await SayAsync(council, "Yes please", "24,000 pounds", "direct payment");

        Assert.Contains("ask for an assessment now", Assert.Single(result.Replies, reply => reply.Phrase == "charge.self_funder.soon").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_skips_everything_is_told_who_can_work_it_out()
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await SayAsync(council, "Yes please", "skip", "skip", "skip", "skip", "skip", "skip", "skip");

        Assert.Contains(result.Replies, reply => reply.Phrase == "charge.not_known");
    }

    [Theory]
    [InlineData("how did you get to that?", "version 1.0.0")]
    [InlineData("can he spend some on laminate flooring?", "support plan")]
    [InlineData("I don't agree with that figure", "advocate")]
    public async Task Questions_about_the_figure_are_answered_about_the_figure(string question, string answer)
    {
        await using var council = await TestCouncil.OpenAsync();

        var result = await SayAsync(council, question);

        Assert.Contains(answer, result.Replies[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("entitle", result.Replies[0].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task How_the_money_is_to_be_held_travels_with_the_referral_and_changes_nothing()
    {
        await using var council = await TestCouncil.OpenAsync();

        await SayAsync(council, "Yes please", "9000", "no", "310 a week", "Yes, the lower rate", "0", "20 a week", "direct payment", "no thanks", "Yes please", "Margaret Jones", "4/5/1938", "Arthur Jones", "CB23 7AA", "07700 900118", "not before ten", "Yes please");
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

    private static async Task<TurnResult> SayAsync(TestCouncil council, params string[] then)
    {
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        return await council.SayAsync(conversation.Id, [.. ToTheBudget, .. then]);
    }
}
