using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Tests.Answering;

/// <summary>Two or three words are enough, and neither their number nor a town says whether they are ours. None of these is among the lessons.</summary>
public sealed class ShortQuestionsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly (string Text, string Topic)[] Ours =
    [
        ("zimmer frames Littleport", "equipment"), ("zimmer in Ramsey", "equipment"), ("toilet chair for gran", "equipment"), ("disabled badge in Ely", "blue_badge"),
        ("orange badge", "blue_badge"), ("stair lift, Chatteris", "home_adaptations"), ("domiciliary care Soham", "home_care"), ("dementia cafe in March", "dementia_support"),
        ("luncheon club Ely", "day_activities"), ("community meals Wisbech", "meals"), ("careline alarm, Ely", "telecare"), ("adult nappies", "continence"),
        ("hospice in Wisbech", "end_of_life"), ("residential home, Ely", "care_homes"), ("living will", "end_of_life"), ("lonely in Ely", "befriending"),
        ("falls clinic in Ely", "falls_prevention"), ("poa form", "lpa_capacity"), ("sitter service Ely", "respite"), ("ex-army support, Ely", "veterans"),
    ];

    private static readonly string[] NotOurs =
    [
        "bins Littleport", "planning in Soham", "council tax, Wisbech", "swimming in March", "dog wardens Ely", "pothole Chatteris", "passport form", "train to Ely",
        "school admissions Ely", "library in March", "parking permits, Soham", "election day", "weather in Soham", "taxi to March", "cake shop Ely",
    ];

    [Fact]
    public async Task Nineteen_of_twenty_short_questions_find_their_topic()
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;

        var missed = Ours.Where(one => knowledge.Ask(new KnowledgeQuestion(one.Text, null, Monday, [])) is var found && (found.IsOutOfScope || found.Topics[0].Id != one.Topic)).Select(one => one.Text).ToList();

        Assert.True(missed.Count <= 1, string.Join("; ", missed));
    }

    [Fact]
    public async Task What_is_not_ours_is_known_for_it_however_short()
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;

        var missed = NotOurs.Where(text => !knowledge.Ask(new KnowledgeQuestion(text, null, Monday, [])).IsOutOfScope).ToList();

        Assert.True(missed.Count <= 1, string.Join("; ", missed));
    }

    [Theory]
    [InlineData("where can I get a zimmer frame in Ely", "equipment")]
    [InlineData("who do I ring to give back a commode", "equipment-returns")]
    [InlineData("attendance allowance", "attendance-allowance")]
    [InlineData("benefits check", "benefits")]
    public async Task A_second_guide_of_a_topic_answers_only_who_asks_for_it(string asked, string guide)
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;

        Assert.Equal(guide, knowledge.Ask(new KnowledgeQuestion(asked, null, Monday, [])).Passage?.GuideId);
    }
}
