using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Plans;

public sealed class OwnPlanTests
{
    private const string Opening = "I have a condition that gets worse slowly. I want to plan ahead.";

    private static readonly TestResident Maggie = new(
        ("offer.first_conversation", "yes please"), ("about_who", "Me"), ("where", "LE8"), ("what_matters", "To stay the one who decides"), ("strengths", "I manage everything myself"),
        ("network", "My sister"), ("lives_alone", "yes"), ("wants_help_with", "planning ahead"), ("recent_changes", "None of these"), ("tried", "skip"), ("arrange", "no thanks"));

    private static readonly TestResident WhoAsks = Maggie.But(
        ("arrange", "yes please"), ("contact_phone", "01632 960045"), ("contact_when", "any time"), ("person_name", "Maggie Turner"), ("person_date_of_birth", "2/3/1971"), ("person_postcode", "LE8 1AA"));

    [Fact]
    public async Task Somebody_who_sends_nothing_has_a_plan_all_the_same()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await Maggie.TalkAsync(council, Opening);

        Assert.Contains(talked.Replies, reply => reply.Phrase == "plan.ready");
        var plan = await PlanAsync(council, talked.Now.Id);
        Assert.Contains(plan.TalkedAbout, line => line.Words == "I want to plan ahead");
        Assert.Contains(plan.CanDo, idea => idea.Title.Contains("ower of attorney", StringComparison.Ordinal));
        Assert.Contains(plan.HappensNext, next => next.StartsWith("Nothing has been sent", StringComparison.Ordinal));
        Assert.Contains(plan.HappensNext, next => next.Contains("your right", StringComparison.Ordinal));
        Assert.Equal("999", plan.WhoToRing.Single(line => line.Label.Contains("danger", StringComparison.Ordinal)).Words);
    }

    [Fact]
    public async Task A_part_with_nothing_in_it_has_no_title()
    {
        var council = (await TestCouncil.RealContent.Value).Content.Council;
        var plan = new OwnPlan([new PlanLine("Who is around", "My mum")], [], ["We have what you sent."], [new PlanLine("Somebody is in danger now", "999")]);

        var page = PlanPage.Render(council, plan);

        Assert.Contains("<h2>What we talked about</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What you can do now", page, StringComparison.Ordinal);
        Assert.Equal("Your plan\n\nWHAT WE TALKED ABOUT\nWho is around: My mum\n\nWHAT HAPPENS NEXT\n- We have what you sent.\n\nWHO TO RING\nSomebody is in danger now: 999\n", PlanText.Whole(plan));
    }

    [Fact]
    public async Task The_plan_names_the_reference_and_by_when_somebody_is_in_touch()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await WhoAsks.TalkAsync(council, Opening);

        var plan = await PlanAsync(council, talked.Now.Id);
        Assert.Contains(plan.HappensNext, next => next.Contains("TL-", StringComparison.Ordinal));
        Assert.Contains(plan.HappensNext, next => next.StartsWith("Somebody from the council will be in touch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_by_text_fits_three_messages_and_goes_to_a_mobile()
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await Maggie.TalkAsync(council, Opening);

        var result = await council.SayAsync(talked.Now.Id, "Text me my plan", "07700 900202");

        Assert.Contains(result.Replies, reply => reply.Text.Contains("07700 900202", StringComparison.Ordinal));
        var text = PlanText.Short(await PlanAsync(council, talked.Now.Id));
        Assert.InRange(text.Length, 60, 459);
        Assert.Contains("999", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_takes_no_texts_is_said_to_be_one()
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await Maggie.TalkAsync(council, Opening);

        var result = await council.SayAsync(talked.Now.Id, "Text me my plan", "01632 960045");

        Assert.Contains(result.Replies, reply => reply.Phrase == "plan.not_texted");
    }

    [Fact]
    public async Task The_page_and_the_text_have_the_same_and_name_no_danger()
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await Maggie.TalkAsync(council, Opening);
        await council.SayAsync(talked.Now.Id, "my brother hits me", "carry on with what we were doing");

        var plan = await PlanAsync(council, talked.Now.Id);
        var html = System.Net.WebUtility.HtmlDecode(PlanPage.Render((await TestCouncil.RealContent.Value).Content.Council, plan));
        var text = PlanText.Whole(plan);

        Assert.All(plan.TalkedAbout.Select(line => line.Words).Concat(plan.CanDo.SelectMany(idea => idea.Steps)).Concat(plan.HappensNext), words =>
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
            Assert.Contains(words, text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("hits me", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_said_the_page_says_so()
    {
        var around = await TestCouncil.RealContent.Value;
        var plan = MakePlan.From(new Conversation { Id = "x", Channel = "web", StartedAt = default }, around);
        Assert.True(plan.IsEmpty);
        Assert.Contains("nothing here yet", PlanPage.Render(around.Content.Council, plan), StringComparison.Ordinal);
    }

    private static async Task<OwnPlan> PlanAsync(TestCouncil council, string id) =>
        MakePlan.From((await council.Store.FindAsync(id, CancellationToken.None))!, (await TestCouncil.RealContent.Value) with { Now = council.Clock.GetUtcNow() });
}
