using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>Somebody with one plain wish is asked little, and nobody with money is left standing.</summary>
public sealed class SimpleCaseTests
{
    private static readonly TestResident Simple = new(
        ("offer.first_conversation", "yes please"), ("about_who", "Me"), ("where", "Ely"), ("what_matters", "Seeing people"), ("strengths", "I bake"),
        ("network", "My sister"), ("lives_alone", "yes"), ("wants_help_with", "Company"), ("recent_changes", "None of these"), ("tried", "skip"), ("arrange", "no thanks"), ("offer.contingency", "no thanks"));

    [Fact]
    public async Task A_simple_case_is_asked_twelve_questions_or_fewer_to_its_plan()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await Simple.TalkAsync(council, "I'm lonely since I moved here and I'd like some company.");

        Assert.InRange(talked.Asked.Count(), 1, 12);
        Assert.Contains(talked.Replies, reply => reply.Phrase == "plan.ready");
    }

    [Fact]
    public async Task What_was_said_before_is_not_asked_so_it_is_fewer()
    {
        await using var council = await TestCouncil.OpenAsync();

        var little = await Simple.TalkAsync(council, "I'd like some company.");
        var much = await Simple.TalkAsync(council, "I live alone in Ely and I'm lonely. I'd like some company. My sister rings me.");

        Assert.True(much.Asked.Count() < little.Asked.Count(), $"{much.Asked.Count()} after a long first message, {little.Asked.Count()} after a short one");
    }

    [Fact]
    public async Task A_self_funder_whose_money_is_about_to_run_down_is_asked_to_come_now()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await MrAndMrsJones.ToTheBudget.But(("offer.money", "yes please"), ("money_savings", "£24,000"), ("money_income", "skip"), ("money_age", "86"), ("money_partner", "no"), ("holding", "The council arranges it"))
            .TalkAsync(council, MrAndMrsJones.Opening);

        var told = Assert.Single(talked.Replies, reply => reply.Phrase == "charge.self_funder.soon");
        Assert.Contains("ask for an assessment now", told.Text, StringComparison.Ordinal);
        Assert.NotNull(talked.Now.OpenOffer);
    }
}
