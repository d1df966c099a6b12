using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>Cambridgeshire's Mr and Mrs Jones: a plan made with the daughter, and the day on which he is taken into hospital.</summary>
public sealed class ContingencyTests
{
    private static readonly TestResident WritesThePlan = MrAndMrsJones.AtFirst.But(
        ("helper_coping", "Fine"), ("nights", "no"), ("wants_help_with", "planning ahead"), ("offer.helper", "no thanks"), ("arrange", "no thanks"), ("offer.contingency", "Yes please"),
        ("plan_main_helper", "I do: washing, meals, everything"), ("plan_first", "Our daughter Sarah, 07700 900123"), ("plan_first_can", "Evenings and weekends, not the nights, she has little ones"),
        ("plan_second", "Jean next door, 01632 960077"), ("plan_agreed", "yes"), ("plan_when", "All the time, day and night"), ("plan_calms", "Old songs, and tea in her blue cup"),
        ("plan_upsets", "Strangers who talk loudly, and being hurried"), ("plan_routine", "Breakfast at eight, to bed at nine"), ("plan_not_wanted", "No care home, she would be frightened"),
        ("plan_medicines", "White tablets, morning and night, in the kitchen drawer"), ("plan_keys", "Sarah has a key, and Jean"), ("plan_contacts", "Dr Hill's surgery"));

    [Fact]
    public async Task He_who_plans_ahead_is_offered_to_write_it_and_has_it_on_a_page_and_as_text_though_nothing_is_sent()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await WritesThePlan.TalkAsync(council, MrAndMrsJones.Opening);
        await council.DeliverAsync();

        Assert.Contains(talked.Replies, reply => reply.Phrase == "contingency.ready");
        Assert.Empty(await council.Cases.ReferralsAsync(10, CancellationToken.None));
        var around = await TestCouncil.RealContent.Value;
        var plan = MakeContingencyPlan.From(talked.Now, around);
        Assert.Equal("Our daughter Sarah, 07700 900123", plan.First);
        Assert.Equal(13, plan.Lines.Count());
        var html = System.Net.WebUtility.HtmlDecode(ContingencyPage.Render(around.Content.Council, plan));
        var text = ContingencyText.Whole(plan, around.Content.Council);
        Assert.All(plan.Lines, line =>
        {
            Assert.Contains(line.Words, html, StringComparison.Ordinal);
            Assert.Contains(line.Words, text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(talked.Replies, reply => reply.Text.Contains("carer", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_daughters_number_is_kept_in_the_plan_and_is_never_taken_for_his_own()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await WritesThePlan.TalkAsync(council, MrAndMrsJones.Opening);

        Assert.Null(talked.Now.Answers["contact_phone"]);
        Assert.Equal("Our daughter Sarah, 07700 900123", (talked.Now.Answers["plan_first"]!.Value as Bot.Forms.TextValue)!.Text);
    }

    [Theory]
    [InlineData("Mr Jones is in hospital")]
    [InlineData("I have been taken into hospital")]
    [InlineData("Arthur was rushed into hospital last night, he can't breathe properly")]
    [InlineData("my wife has been taken into hospital")]
    [InlineData("The ambulance took him this morning")]
    [InlineData("He's in hospital, what should I do?")]
    [InlineData("She was taken into hospital when she fell")]
    public async Task The_day_has_come_and_the_plan_comes_first_with_those_to_ask_and_the_team_is_told(string words)
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await WritesThePlan.TalkAsync(council, MrAndMrsJones.Opening);
        council.Clock.Advance(TimeSpan.FromDays(40));

        var result = await council.SayAsync(talked.Now.Id, words);
        await council.DeliverAsync();

        var shown = Assert.Single(result.Replies, reply => reply.Phrase == "contingency.started");
        Assert.Contains("Our daughter Sarah, 07700 900123", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Jean next door", shown.Text, StringComparison.Ordinal);
        Assert.Contains("07700 900123", ReplyText.Spoken(shown), StringComparison.Ordinal);
        Assert.Contains("07700 900123", TextMessage.Of(shown), StringComparison.Ordinal);
        Assert.Contains(shown.Rows, row => row.Value.Contains("blue cup", StringComparison.Ordinal));
        var alert = Assert.Single(await council.Cases.AlertsAsync(openOnly: true, CancellationToken.None), one => one.Alert.Kind == "contingency_plan");
        Assert.Contains("Sarah", alert.Alert.Words, StringComparison.Ordinal);
        var referral = Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None)).Referral;
        Assert.Equal(("urgent", 2, "duty"), (referral.Kind, referral.Outcome!.Tier, referral.Outcome.Team));
        Assert.Contains(referral.Outcome.Priority, new[] { "P0", "P1" });
        Assert.Contains(referral.Outcome.Reasons, reason => reason.Contains("there is a plan for it", StringComparison.Ordinal));
        Assert.Contains(referral.Contingency, line => line.Words.Contains("blue cup", StringComparison.Ordinal));
        Assert.Contains(result.Replies, reply => reply.Phrase == "crisis.check_ins");
        Assert.DoesNotContain(result.Replies, reply => reply.Style == ReplyStyle.Estimate);
    }

    [Fact]
    public async Task Nothing_is_set_going_by_a_question_what_if_nor_by_a_stay_long_ago()
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await WritesThePlan.TalkAsync(council, MrAndMrsJones.Opening);

        var replies = (await council.SayAsync(talked.Now.Id, "What if I was taken into hospital?")).Replies
            .Concat((await council.SayAsync(talked.Now.Id, "She was in hospital two years ago")).Replies)
            .Concat((await council.SayAsync(talked.Now.Id, "My daughter works in a hospital")).Replies)
            .Concat((await council.SayAsync(talked.Now.Id, "Where is the nearest hospital?")).Replies)
            .Concat((await council.SayAsync(talked.Now.Id, "Is there transport to hospital?")).Replies);

        Assert.DoesNotContain(replies, reply => reply.Phrase == "contingency.started");
    }

    [Fact]
    public async Task It_is_set_going_once_while_it_runs_and_again_when_the_day_comes_again()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await WritesThePlan.TalkAsync(council, MrAndMrsJones.Opening)).Now.Id;

        var once = await council.SayAsync(id, "Arthur is in hospital");
        var twice = await council.SayAsync(id, "he is still in hospital");
        await council.DeliverAsync();
        council.Clock.SetUtcNow((await council.Store.FindAsync(id, CancellationToken.None))!.CheckInsUntil!.Value.AddSeconds(1));
        await council.DeliverAsync();
        await council.SayAsync(id, "Better");
        var again = await council.SayAsync(id, "He has been taken into hospital again");

        Assert.Contains(once.Replies, reply => reply.Phrase == "contingency.started");
        Assert.DoesNotContain(twice.Replies, reply => reply.Phrase == "contingency.started");
        Assert.Contains(again.Replies, reply => reply.Phrase == "contingency.started");
    }

    [Fact]
    public async Task Where_no_plan_was_made_hospital_starts_none()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        var result = await council.SayAsync(conversation.Id, "My husband is in hospital");

        Assert.DoesNotContain(result.Replies, reply => reply.Phrase == "contingency.started");
    }

    [Fact]
    public async Task A_danger_to_life_comes_before_the_plan()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await WritesThePlan.TalkAsync(council, MrAndMrsJones.Opening)).Now.Id;

        var result = await council.SayAsync(id, "Arthur is in hospital and my wife has collapsed and isn't breathing");

        Assert.Equal(ReplyStyle.Danger, result.Replies[0].Style);
        Assert.Contains(result.Replies, reply => reply.Phrase == "contingency.started");
    }

    [Fact]
    public async Task It_travels_in_what_is_sent()
    {
        await using var council = await TestCouncil.OpenAsync();

        await WritesThePlan.And(MrAndMrsJones.ToTheEnd).But(("wants_help_with", "planning ahead"), ("helper_coping", "Fine"), ("nights", "no"), ("offer.support_plan", "no thanks"), ("offer.contingency", "Yes please"), ("arrange", "Yes please")).TalkAsync(council, MrAndMrsJones.Opening);
        await council.DeliverAsync();

        var referral = Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None)).Referral;
        Assert.Equal(13, referral.Contingency.Length);
        Assert.Contains("blue cup", CaseBridge.Referrals.ReferralDocument.Html(referral), StringComparison.Ordinal);
    }
}
