using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Budgets;

namespace TransformingLives.Bot.Tests.Hosting;

public sealed class EstimateCaseTests
{
    [Fact]
    public void Json_and_yaml_are_read_alike()
    {
        var json = EstimateCase.Read("a.json", """{ "day": "2026-11-24", "answers": { "D01": 3, "D02": 0 }, "reablement_considered": true }""");
        var yaml = EstimateCase.Read("a.yaml", "day: 2026-11-24\nanswers: { D01: 3, D02: 0 }\nreablement_considered: true");

        Assert.Equal((json.Day, json.Circumstances), (yaml.Day, yaml.Circumstances));
        Assert.Equal(3, json.Levels["D01"]);
        Assert.Equal(json.Levels.OrderBy(level => level.Key), yaml.Levels.OrderBy(level => level.Key));
    }

    [Theory]
    [InlineData("points: 60\nanswers: { D01: 3 }", "answers")]
    [InlineData("day: 2026-11-24", "answers")]
    [InlineData("answers: { D01: a lot }", "answers.D01")]
    [InlineData("points: 60\nday: tomorrow", "day")]
    [InlineData("points: 60\ncrisis: true", "crisis")]
    public void What_is_wrong_is_told_with_its_field(string text, string field) =>
        Assert.Contains($" {field}: ", Assert.Throws<StartUpException>(() => EstimateCase.Read("a.yaml", text)).Message, StringComparison.Ordinal);
}
