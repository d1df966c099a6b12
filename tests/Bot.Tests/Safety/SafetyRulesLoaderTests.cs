using TransformingLives.Bot.Content;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Tests.Safety;

public sealed class SafetyRulesLoaderTests
{
    [Fact]
    public void A_rule_that_does_not_notice_its_own_example_is_named_with_file_line_and_field()
    {
        var problem = ProblemOf("any: [\"on fire\"]", "example: the house is quiet");
        Assert.Equal(("safety/rules.yaml", 5, "rules[0].example"), (problem.File, problem.Line, problem.Field));
    }

    [Theory]
    [InlineData("any: [\"@nobody .. fire\"]", "There is no word group @nobody.")]
    [InlineData("any: [\"(on fire|alight\"]", "a bracket that is not closed")]
    [InlineData("any: [\".. fire\"]", "must begin with a word")]
    [InlineData("any: []", "at least one phrase")]
    public void A_phrase_that_cannot_be_read_says_why(string any, string because) =>
        Assert.Contains(because, ProblemOf(any, "example: the house is on fire").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a|the? house .. fire", "the house is on fire", true)]
    [InlineData("(on fire|in flames)", "my kitchen is in flames", true)]
    [InlineData("house .. fire", "the house that we had all our lives is on fire", false)]
    [InlineData("bleed*", "she is bleeding", true)]
    public void Phrases_match_as_their_author_meant(string phrase, string text, bool matches)
    {
        var problems = new List<ContentProblem>();
        var rules = SafetyRulesLoader.Load([("safety/rules.yaml", Yaml($"any: [\"{phrase}\", zzzz]", "example: zzzz"))], problems);
        Assert.Empty(problems);
        Assert.Equal(matches, !SafetyNet.Screen(text, rules!).IsEmpty);
    }

    private static ContentProblem ProblemOf(string any, string example)
    {
        var problems = new List<ContentProblem>();
        Assert.Null(SafetyRulesLoader.Load([("safety/rules.yaml", Yaml(any, example))], problems));
        return problems[0];
    }

    private static string Yaml(string any, string example) => $"rules:\n  - id: fire\n    kind: emergency_999\n    {any}\n    {example}\n";
}
