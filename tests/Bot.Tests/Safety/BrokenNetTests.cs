using TransformingLives.Bot.Hosting.Evaluating;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Safety;

/// <summary>
/// The rules broken on purpose, one part at a time: the messages that we watch notice each. A part that nothing notices is not tested. What is learnt
/// makes good for many a broken rule, so the rules are watched by themselves, and the whole net beside them.
/// </summary>
public sealed class BrokenNetTests
{
    private static readonly Dictionary<string, Func<SafetyRules, SafetyRules>> Broken = new()
    {
        ["no rules for an emergency"] = rules => Without(rules, ConcernKind.Emergency999),
        ["no rules for suicide and self-harm"] = rules => Without(rules, ConcernKind.SuicideSelfHarm),
        ["no rules for safeguarding"] = rules => Without(rules, ConcernKind.Safeguarding),
        ["no rules for a carer at the end"] = rules => Without(rules, ConcernKind.CarerBreakdown),
        ["no rules for an urgent need"] = rules => Without(rules, ConcernKind.UrgentCareNeed),
        ["a denial is not heard"] = rules => rules with { Negators = [] },
        ["everything sounds like a denial"] = rules => rules with { Negators = ["i", "he", "she", "my", "they", "is", "has"] },
        ["what is over or in a film counts"] = rules => rules with { Frames = [] },
        ["nothing undoes that it is over"] = rules => rules with { Frames = [.. rules.Frames.Select(frame => frame with { Unless = [] })] },
        ["figures of speech count"] = rules => rules with { IdiomIndex = null, Idioms = [] },
        ["slips of the finger stay"] = rules => rules with { Spelling = null, Spellings = System.Collections.Frozen.FrozenDictionary<string, System.Collections.Immutable.ImmutableArray<string>>.Empty },
        ["exceptions to rules are forgotten"] = rules => rules with { Rules = [.. rules.Rules.Select(rule => rule with { Unless = [] })] },
    };

    public static TheoryData<string> Ways => [.. Broken.Keys];

    // Another processor rounds the sentence model otherwise: two of 318 messages at the edge may differ. Rules don't round.
    [Theory]
    [InlineData("net", 2)]
    [InlineData("rules", 0)]
    public async Task No_message_is_misjudged_that_was_not_before(string part, int atTheEdge)
    {
        var known = (await File.ReadAllLinesAsync(Beside("messages.missed.txt"))).Where(line => !line.StartsWith('#')).ToHashSet();
        var rules = await RulesAsync();

        var missed = await MissedAsync(part == "net" ? rules : Alone(rules));

        var news = missed.Select(id => $"{part} {id}").Except(known).Order(StringComparer.Ordinal).ToArray();
        Assert.True(news.Length <= atTheEdge, string.Join('\n', news));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_broken_rule_is_noticed(string way)
    {
        var rules = Alone(await RulesAsync());
        var before = await MissedAsync(rules);

        var missed = await MissedAsync(Broken[way](rules));

        Assert.NotEmpty(missed.Except(before));
    }

    [Fact]
    public async Task A_net_that_weighs_nothing_is_noticed()
    {
        var rules = await RulesAsync();

        Assert.NotEmpty((await MissedAsync(Alone(rules))).Except(await MissedAsync(rules)));
    }

    [Fact]
    public async Task A_button_with_plain_words_of_danger_needs_the_rules_that_are_certain()
    {
        var rules = await RulesAsync();
        var broken = rules with { Rules = [.. rules.Rules.Select(rule => rule with { IsCertain = false })] };

        Assert.NotEmpty(SafetyNet.ScreenPressed("I want to kill myself", rules));
        Assert.Empty(SafetyNet.ScreenPressed("I want to kill myself", broken));
    }

    private static SafetyRules Alone(SafetyRules rules) => rules with { Judgement = null };

    private static SafetyRules Without(SafetyRules rules, ConcernKind kind) => rules with { Rules = [.. rules.Rules.Where(rule => rule.Kind != kind)] };

    private static async Task<HashSet<string>> MissedAsync(SafetyRules rules)
    {
        var missed = new HashSet<string>();
        foreach (var set in new[] { "kept", "tuning", "watched" })
        {
            missed.UnionWith(EvaluateSafety.Run(await File.ReadAllLinesAsync(Beside($"messages.{set}.tsv")), rules).Misses.Select(miss => miss.Id));
        }

        return missed;
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, "Safety", name);

    private static async Task<SafetyRules> RulesAsync() => (await TestCouncil.RealContent.Value).SafetyRules;
}
