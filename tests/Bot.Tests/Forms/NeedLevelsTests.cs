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
