using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Tests.Content;

public sealed class RetentionSettingsTests
{
    private const string Whole = """
        retention:
          - { kind: conversations, days: 365 }
          - { kind: files, days: 180 }
          - { kind: texts, days: 180 }
          - { kind: work, days: 30 }
          - { kind: alerts, days: 2190, kept_when_erased: "The law." }
          - { kind: referrals, days: 2920, kept_when_erased: "The law." }
        """;

    [Fact]
    public void Each_kind_has_its_days()
    {
        var settings = Load(Whole, out var problems);

        Assert.Empty(problems);
        Assert.Equal(2920, settings.Of(RetentionKind.Referrals)!.Days);
        Assert.Equal("The law.", settings.KeptWhenErased(RetentionKind.Alerts));
        Assert.Null(settings.KeptWhenErased(RetentionKind.Conversations));
    }

    [Theory]
    [InlineData("days: 365", "days: 0", "from 1 to")]
    [InlineData("days: 365", "days: soon", "whole number")]
    [InlineData("kind: conversations", "kind: gossip", "There is no kind 'gossip'")]
    [InlineData("kind: files", "kind: texts", "stands twice")]
    [InlineData("days: 180 }", "days: 400 }", "can't be kept for longer than 'conversations'")]
    [InlineData("days: 180 }", "days: 180, kept_when_erased: \"We like it\" }", "only alerts and referrals")]
    [InlineData("retention:", "kept:", "The field 'retention' is missing")]
    public void What_is_wrong_is_named(string right, string wrong, string said)
    {
        Load(Whole.Replace(right, wrong, StringComparison.Ordinal), out var problems);

        Assert.Contains(problems, problem => problem.IsError && problem.Line > 0 && problem.Message.Contains(said, StringComparison.Ordinal));
    }

    private static RetentionSettings Load(string yaml, out List<ContentProblem> problems)
    {
        problems = [];
        return RetentionSettingsLoader.Load(ContentNode.Parse("council.yaml", yaml, problems)!);
    }
}
