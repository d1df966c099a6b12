using System.Collections.Immutable;
using CsCheck;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Triage.Eligibility;

namespace TransformingLives.Bot.Tests.Triage;

/// <summary>SI 2015/313, as a first look.</summary>
public sealed class EligibilityTests
{
    private static readonly ImmutableHashSet<string> NoConcerns = [];

    [Theory]
    [InlineData("needs_because=yes needs_difference=big needs_eating=level_2 needs_washing=level_3", EligibilityResult.LikelyAsk)]
    [InlineData("needs_because=yes needs_difference=big needs_eating=level_2 needs_washing=level_1", EligibilityResult.WorthAsking)]
    [InlineData("needs_because=yes needs_difference=little needs_eating=level_4 needs_washing=level_4", EligibilityResult.WorthAsking)]
    [InlineData("needs_because=no needs_difference=big needs_eating=level_4 needs_washing=level_4", EligibilityResult.WorthAsking)]
    [InlineData("needs_difference=big needs_eating=level_4 needs_washing=level_4", EligibilityResult.WorthAsking)]
    [InlineData("needs_because=yes needs_difference=not_sure", EligibilityResult.WorthAsking)]
    [InlineData("needs_because=yes needs_difference=little needs_eating=level_0", EligibilityResult.LowNow)]
    [InlineData("", EligibilityResult.WorthAsking)]
    public async Task The_three_conditions_decide_what_is_said(string answers, EligibilityResult result) =>
        Assert.Equal(result, CheckEligibility.Of((await Rules()).Adult, Given(answers), NoConcerns).Result);

    [Fact]
    public async Task Two_signs_of_one_outcome_are_still_one_outcome()
    {
        var check = CheckEligibility.Of((await Rules()).Adult, Given("needs_because=yes needs_difference=big needs_moving=level_4 needs_safe=level_4"), NoConcerns);
        Assert.Equal("e", Assert.Single(check.Outcomes).Id);
        Assert.Equal(EligibilityResult.WorthAsking, check.Result);
    }

    [Theory]
    [InlineData("helper_does=lifting helper_hard=people helper_difference=big", EligibilityResult.LikelyAsk)]
    [InlineData("helper_does=lifting helper_health_risk=yes helper_coping=struggling", EligibilityResult.LikelyAsk)]
    [InlineData("helper_does=lifting helper_hard=none helper_difference=little", EligibilityResult.WorthAsking)]
    [InlineData("helper_does=lifting helper_hard=none helper_difference=some", EligibilityResult.WorthAsking)]
    [InlineData("helper_hard=people helper_difference=big", EligibilityResult.WorthAsking)]
    public async Task One_outcome_or_health_at_risk_is_enough_for_who_helps(string answers, EligibilityResult result) =>
        Assert.Equal(result, CheckEligibility.Of((await Rules()).Helper, Given(answers), NoConcerns).Result);

    [Fact]
    public async Task What_a_helper_says_never_changes_the_look_at_the_person()
    {
        var rules = await Rules();
        var needs = Choices(await Form("needs"));
        var helper = Choices(await Form("helper")).Concat(Choices(await Form("first-conversation"))).ToImmutableArray();
        Gen.Select(Random(needs), Random(helper)).Sample(
            (person, carer) => CheckEligibility.Of(rules.Adult, Given(person), NoConcerns).Result == CheckEligibility.Of(rules.Adult, Given($"{person} {carer}"), NoConcerns).Result,
            iter: 100_000);
    }

    [Fact]
    public async Task More_need_never_makes_it_less_worth_asking()
    {
        var rules = await Rules();
        var needs = (await Form("needs")).Questions.Where(question => question.Area.Length > 0).ToImmutableArray();
        var levels = Gen.Int[0, 1000].Array[needs.Length].Select(random => random.Zip(needs, (number, question) => number % question.Options.Length).ToArray());
        Gen.Select(levels, Gen.Int[0, needs.Length - 1], Gen.Int[0, 2].Select(i => new[] { "big", "some", "little" }[i]), Gen.Bool.Select(yes => yes ? "yes" : "no")).Sample(
            (level, raised, difference, because) =>
            {
                var more = (int[])level.Clone();
                more[raised] = Math.Min(more[raised] + 1, needs[raised].Options.Length - 1);
                EligibilityResult Look(int[] of) => CheckEligibility.Of(rules.Adult, Given($"needs_because={because} needs_difference={difference} {string.Join(' ', of.Zip(needs, (l, question) => $"{question.Id}=level_{l}"))}"), NoConcerns).Result;
                return Look(more) >= Look(level);
            },
            iter: 100_000);
    }

    [Fact]
    public void An_outcome_that_says_nothing_is_a_fault_with_its_line()
    {
        var problems = new List<ContentProblem>();
        Assert.Null(EligibilityRulesLoader.Load("triage/eligibility.yaml", "adult:\n  cause: {}\n  wellbeing: {}\n  outcomes:\n    - { id: a, title: Eating }\nhelper:\n  cause: {}\n  wellbeing: {}\n  outcomes: []", problems));
        Assert.Contains(problems, problem => problem is { Field: "adult.outcomes[0].unable", Line: 5 });
        Assert.Contains(problems, problem => problem.Message.Contains("10 outcomes", StringComparison.Ordinal));
    }

    private static async Task<EligibilityRules> Rules() => (await TestCouncil.RealContent.Value).Content.Eligibility;

    private static async Task<Form> Form(string id) => (await TestCouncil.RealContent.Value).Content.FindForm(id)!;

    private static ImmutableArray<(string Question, ImmutableArray<string> Options)> Choices(Form form) =>
        [.. form.Questions.Where(question => question.Kind is AnswerKind.Choice or AnswerKind.YesNo).Select(question => (question.Id, question.Kind == AnswerKind.YesNo ? ["yes", "no"] : question.Options.Select(option => option.Id).ToImmutableArray()))];

    private static Gen<string> Random(ImmutableArray<(string Question, ImmutableArray<string> Options)> questions) =>
        Gen.Int[0, 1000].Array[questions.Length].Select(random => string.Join(' ', random.Zip(questions, (number, question) => $"{question.Question}={question.Options[number % question.Options.Length]}")));

    private static Answers Given(string answers) => answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Aggregate(Answers.None, (all, pair) => all.With(new Answer(pair[0], new ChoiceValue(pair[1]), pair[1], AnswerOrigin.Asked, default)));
}
