using System.Collections.Immutable;
using CsCheck;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Triage;

namespace TransformingLives.Bot.Tests.Triage;

public sealed class OutcomePropertyTests
{
    /// <summary>What no resident may read (the right to an assessment: Care Act 2014, sections 9 and 10).</summary>
    private static readonly string[] NeverSaid = ["not eligible", "you are eligible", "not qualify", "refused", "rejected", "below the threshold", "entitled to", "your personal budget is", "you will get"];

    [Fact]
    public async Task No_answers_end_without_a_reason_a_team_and_a_next_step()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var questions = content.FindForm(FormIds.FirstConversation)!.Questions.Where(question => question.Kind is AnswerKind.Choice or AnswerKind.Choices or AnswerKind.YesNo).ToImmutableArray();
        var concerns = Gen.Int[0, 5].Select(i => (IReadOnlySet<string>)(i == 0 ? ImmutableHashSet.Create("carer_breakdown") : i == 1 ? ImmutableHashSet.Create("urgent_care_need") : []));

        Gen.Select(Gen.Int[0, 1_000_000].Array[questions.Length], concerns).Sample(
            (random, open) =>
            {
                var answers = random.Zip(questions).Aggregate(Answers.None, (all, pair) => Value(pair.Second, pair.First) is { } value ? all.With(new Answer(pair.Second.Id, value, "", AnswerOrigin.Asked, default)) : all);
                var outcome = DecideOutcome.From(content.Triage, answers, open);
                return !outcome.Reasons.IsEmpty && outcome.Team.Length > 0 && content.Phrases.Has($"outcome.{outcome.Layer}")
                    && (!outcome.IsCrisis || outcome.Priority is "P0" or "P1")
                    && (outcome.Tier != 2 || open.Count > 0 || Has(answers, "helper_coping", "cannot_go_on"));
            },
            iter: 100_000);
    }

    [Fact]
    public async Task Nothing_that_is_said_refuses_or_promises()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var said = content.Phrases.Phrases.SelectMany(phrase => phrase.Value.Say.Select(words => (phrase.Key, words)))
            .Concat(content.Triage.Rules.Select(rule => (Key: rule.Id, words: rule.Reason)));

        Assert.All(said, phrase => Assert.All(NeverSaid, never => Assert.DoesNotContain(never, phrase.words, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Has(Answers answers, string question, string option) => answers[question]?.Value is ChoiceValue choice && choice.Option == option;

    private static AnswerValue? Value(Question question, int number) => (number % 5, question.Kind) switch
    {
        (0, _) => null,
        (1, _) => new SkippedValue(),
        (_, AnswerKind.YesNo) => new YesNoValue(number % 2 == 0),
        (_, AnswerKind.Choices) => new ChoicesValue([.. question.Options.Where((_, index) => (number >> index) % 2 == 0).Select(option => option.Id)]),
        _ => new ChoiceValue(question.Options[number % question.Options.Length].Id),
    };
}
