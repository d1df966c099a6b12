using System.Collections.Immutable;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs;

/// <summary>Whatever is said, in whatever order: nothing crashes, nobody is met with silence, no answer is lost, and no danger hides among other words.</summary>
public sealed class AnyConversationTests
{
    private const int Messages = 1_000;

    private static readonly ImmutableArray<string> Says =
    [
        "yes", "no", "yes please", "no thanks", "skip", "back", "why", "what", "say that again", "simpler please", "change my answer", "check my answers", "stop for now", "carry on", "hello", "thanks", "bye",
        "Me", "Somebody else", "Both of us", "CB7", "Ely", "07700 900118", "4/5/1938", "not before ten", "my mum is 84 and lives on her own", "we get up to him three times a night", "show me a figure",
        "what does a care home cost", "who mows lawns", "is this the council", "I want to talk to a person", "can you help my neighbour with her shopping", "you are useless", "asdf jkl", "????", "12", "none of these",
        "he likes trains and hates noise", "I taught music for years", "our son in Leeds rings on Sundays", "arrange it", "what happens now", "text me my plan", "actually it is two", "(((", "£", "a", "Show me my plan",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_thousand_messages_in_any_order_crash_nothing_lose_no_answer_and_are_all_answered(int seed)
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        var random = new Random(seed);
        var known = 0;
        for (var said = 0; said < Messages; said++)
        {
            var result = await council.SayAsync(conversation.Id, Says[random.Next(Says.Length)]);
            var now = (await council.Store.FindAsync(conversation.Id, CancellationToken.None))!;
            Assert.NotEqual("failed", result.Ending);
            Assert.True(result.Replies.Length > 0, $"Nothing was said to message {said} of seed {seed}.");
            Assert.True(now.Answers.ByQuestion.Count >= known, $"An answer was lost at message {said} of seed {seed}.");
            known = now.Answers.ByQuestion.Count;
        }
    }

    [Theory]
    [InlineData("she has collapsed and she isn't breathing", ConcernKind.Emergency999)]
    [InlineData("I want to end my life", ConcernKind.SuicideSelfHarm)]
    [InlineData("my son hits me and takes my money", ConcernKind.Safeguarding)]
    public async Task Words_around_a_danger_never_hide_it(string danger, ConcernKind kind)
    {
        var rules = (await TestCouncil.RealContent.Value).SafetyRules;
        string[] around = ["Good morning. I am writing about the garden. ", "My number is 01632 960045. ", string.Concat(Enumerable.Repeat("We went to the market and had tea with my sister, who is well. ", 20))];

        foreach (var before in around)
        {
            foreach (var moment in Enum.GetValues<ScreeningMoment>())
            {
                Assert.Contains(SafetyNet.Screen($"{before}{danger}. {around[^1]}", rules, moment), concern => concern.Kind <= kind);
            }
        }
    }

    [Fact]
    public async Task What_is_meant_to_hang_us_is_answered_like_anything_else()
    {
        await using var council = await TestCouncil.OpenAsync();
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        foreach (var text in new[] { new string('a', 10_000), string.Concat(Enumerable.Repeat("help me ", 1_250)), new string('(', 1_000) + new string(')', 1_000), string.Concat(Enumerable.Repeat("😀", 5_000)), new string('\u0301', 5_000) })
        {
            var result = await council.SayAsync(conversation.Id, text);
            Assert.NotEqual("failed", result.Ending);
            Assert.NotEmpty(result.Replies);
        }
    }
}
