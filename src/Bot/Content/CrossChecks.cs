using System.Collections.Immutable;
using System.Reflection;
using TransformingLives.Bot.Desk.Returns;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Triage.Eligibility;

namespace TransformingLives.Bot.Content;

/// <summary>What no single file can tell: whether the files fit each other and the program.</summary>
internal static class CrossChecks
{
    public static IEnumerable<ContentProblem> Of(ImmutableArray<Form> forms, TriageTable? triage, EligibilityRules? eligibility, ReturnRules returns, PhraseBook phrases) =>
        [.. QuestionIds(forms), .. Conditions(forms, triage, eligibility, returns), .. Phrases(phrases)];

    private static IEnumerable<ContentProblem> QuestionIds(ImmutableArray<Form> forms) =>
        from question in forms.SelectMany(form => form.Questions.Select(question => (form, question))).GroupBy(pair => pair.question.Id)
        where question.Count() > 1
        select new ContentProblem($"forms/{question.First().form.Id}.yaml", 0, question.Key, $"The question id '{question.Key}' stands twice; ids are unique over all forms.");

    private static IEnumerable<ContentProblem> Conditions(ImmutableArray<Form> forms, TriageTable? triage, EligibilityRules? eligibility, ReturnRules returns)
    {
        var questions = forms.SelectMany(form => form.Questions).DistinctBy(question => question.Id).ToDictionary(question => question.Id);
        var used = forms.SelectMany(form => form.Questions.Select(question => (File: $"forms/{form.Id}.yaml", Field: question.Id, When: question.AppliesWhen)))
            .Concat((triage?.Rules ?? []).Select(rule => (File: "triage/outcomes.yaml", Field: rule.Id, rule.When)))
            .Concat((eligibility is null ? [] : new[] { eligibility.Adult, eligibility.Helper }).SelectMany(Conditions).Select(pair => (File: "triage/eligibility.yaml", pair.Field, pair.When)))
            .Concat(returns.Routes.Select(route => (File: "desk/returns.yaml", Field: route.Name, When: (Condition?)route.When)));
        foreach (var (file, field, when) in used)
        {
            foreach (var message in Faults(when, questions))
            {
                yield return new ContentProblem(file, 0, field, message);
            }
        }
    }

    private static IEnumerable<(string Field, Condition? When)> Conditions(Criteria criteria) =>
    [
        ("cause", criteria.Cause.Yes), ("cause", criteria.Cause.No), ("wellbeing", criteria.Wellbeing.Yes), ("wellbeing", criteria.Wellbeing.No),
        .. criteria.Outcomes.SelectMany(outcome => new[] { (outcome.Id, outcome.Unable), (outcome.Id, outcome.NotSure) }),
    ];

    private static IEnumerable<string> Faults(Condition? condition, Dictionary<string, Question> questions) => condition switch
    {
        Condition.All(var of) => of.SelectMany(inner => Faults(inner, questions)),
        Condition.AnyOf(var of) => of.SelectMany(inner => Faults(inner, questions)),
        Condition.Not(var of) => Faults(of, questions),
        Condition.Answered(var id) => Known(id, questions),
        Condition.AtLeast(var id, _) => Known(id, questions),
        Condition.Is(var id, var oneOf) => [.. Known(id, questions), .. Options(id, oneOf, questions)],
        _ => [],
    };

    private static IEnumerable<string> Known(string id, Dictionary<string, Question> questions) =>
        questions.ContainsKey(id) ? [] : [$"The condition asks for the question '{id}', which no form has."];

    private static IEnumerable<string> Options(string id, ImmutableArray<string> oneOf, Dictionary<string, Question> questions)
    {
        if (!questions.TryGetValue(id, out var question) || question.Kind is not (AnswerKind.Choice or AnswerKind.Choices or AnswerKind.YesNo))
        {
            return [];
        }

        IEnumerable<string> known = question.Kind == AnswerKind.YesNo ? ["yes", "no"] : question.Options.Select(option => option.Id);
        return oneOf.Except(known).Select(option => $"The question '{id}' has no option '{option}'.");
    }

    private static IEnumerable<ContentProblem> Phrases(PhraseBook phrases) =>
        from id in PhraseIds.All
        where !phrases.Has(id)
        select new ContentProblem("replies", 0, id, $"The phrase '{id}' is needed and missing.");
}
