using System.Collections.Immutable;
using CsCheck;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Tests.Forms;

/// <summary>Cheshire East 2008, appendix 6a: "it also took into account the carer and thus the results were skewed".</summary>
public sealed class NeedLevelsTests
{
    [Fact]
    public async Task No_answer_but_those_about_needs_changes_a_score()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var table = (await TestCouncil.RealContent.Value).RasTables.All[0];
        var needs = content.FindForm(FormIds.Needs)!;
        var scored = needs.Questions.Where(question => question.Area.Length > 0).ToImmutableArray();
        var others = content.Forms.SelectMany(form => form.Questions).Where(question => question.Area.Length == 0).ToImmutableArray();

        Gen.Select(Random(scored), Random(others)).Sample(
            (person, rest) =>
            {
                var (alone, together) = (Given(Answers.None, person), Given(Given(Answers.None, person), rest));
                return Weekly(table, needs, alone) == Weekly(table, needs, together);
            },
            iter: 100_000);
    }

    /// <summary>Cheshire East's pilot lowered a score for what a wife did, and her family saw it at once.</summary>
    [Fact]
    public async Task What_a_helper_says_never_changes_the_score_of_the_person()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var helper = content.FindForm(FormIds.Helper)!.Questions;
        var around = content.FindForm(FormIds.FirstConversation)!.Questions.Where(question => question.Id is "network" or "nights" or "helper_coping" or "lives_alone");

        await NothingChangesAsync([.. helper, .. around], Score);
    }

    /// <summary>One table for everybody: what somebody's condition is called, how old they are and where they live give no points (Cheshire East 2008, 7.5.2: "regardless of their user group").</summary>
    [Fact]
    public async Task The_group_somebody_belongs_to_never_changes_the_score()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var groups = content.Forms.SelectMany(form => form.Questions)
            .Where(question => question.Area.Length == 0 && question.Id is "about_who" or "where" or "recent_changes" or "wants_help_with" or "person_date_of_birth" or "person_postcode" or "strengths" or "needs_because")
            .DistinctBy(question => question.Id).ToImmutableArray();
        Assert.True(groups.Length >= 6);

        await NothingChangesAsync(groups, Score);
    }

    [Fact]
    public async Task Each_area_of_the_table_is_asked_once_with_each_of_its_levels()
    {
        var around = await TestCouncil.RealContent.Value;
        var asked = around.Content.FindForm(FormIds.Needs)!.Questions.Where(question => question.Area.Length > 0).ToDictionary(question => question.Area);

        Assert.All(around.RasTables.All, table => Assert.All(table.Areas, area =>
        {
            Assert.Equal(area.Levels.Select(level => (int?)level.Level), asked[area.Code].Options.Select(option => option.Level));
            Assert.Equal(area.Levels.Select(level => level.Text), asked[area.Code].Options.Select(option => option.Label));
        }));
    }

    /// <summary>The test above can fail: a score that gives a point less where a helper copes is found.</summary>
    [Fact]
    public async Task A_score_that_looked_at_the_helper_would_be_found()
    {
        var coping = (await TestCouncil.RealContent.Value).Content.FindForm(FormIds.FirstConversation)!.Questions.Where(question => question.Id == "helper_coping");
        static (int Points, decimal Weekly)? Skewed(RasTable table, Form needs, Answers answers) =>
            Score(table, needs, answers) is var (points, weekly) ? (answers["helper_coping"]?.Value is ChoiceValue { Option: "fine" } ? points - 1 : points, weekly) : null;

        await Assert.ThrowsAsync<CsCheckException>(() => NothingChangesAsync([.. coping], Skewed));
    }

    private static async Task NothingChangesAsync(ImmutableArray<Question> rest, Func<RasTable, Form, Answers, (int Points, decimal Weekly)?> score)
    {
        var around = await TestCouncil.RealContent.Value;
        var needs = around.Content.FindForm(FormIds.Needs)!;
        var scored = needs.Questions.Where(question => question.Area.Length > 0).ToImmutableArray();
        foreach (var table in around.RasTables.All)
        {
            Gen.Select(Random(scored), Random(rest)).Sample(
                (person, others) =>
                {
                    var alone = Given(Answers.None, person);
                    return score(table, needs, alone) is { } found && found == score(table, needs, Given(alone, others));
                },
                iter: 100_000);
        }
    }

    private static (int Points, decimal Weekly)? Score(RasTable table, Form needs, Answers answers) =>
        EstimateBudget.For(table, NeedLevels.Of(needs, answers), new EstimateCircumstances()) is EstimateResult.Estimated(var estimate) ? (estimate.Points, estimate.Weekly) : null;

    private static decimal? Weekly(RasTable table, Form needs, Answers answers) =>
        EstimateBudget.For(table, NeedLevels.Of(needs, answers), new EstimateCircumstances()) is EstimateResult.Estimated(var estimate) ? estimate.Weekly : null;

    private static Gen<ImmutableArray<(string Question, AnswerValue Value)>> Random(ImmutableArray<Question> questions) =>
        Gen.Int[0, 10_000].Array[questions.Length].Select(random => random.Zip(questions, (number, question) => (question.Id, Value(question, number))).ToImmutableArray());

    private static AnswerValue Value(Question question, int number) => question.Options.IsEmpty
        ? number % 2 == 0 ? new YesNoValue(number % 4 == 0) : new TextValue($"She has dementia, and I am {number}.")
        : new ChoiceValue(question.Options[number % question.Options.Length].Id);

    private static Answers Given(Answers answers, ImmutableArray<(string Question, AnswerValue Value)> more) =>
        new(answers.ByQuestion.SetItems(more.Select(pair => KeyValuePair.Create(pair.Question, new Answer(pair.Question, pair.Value, "", AnswerOrigin.Asked, default)))));
}
