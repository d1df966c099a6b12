using System.Diagnostics;
using TransformingLives.Bot.LanguageModel.Grounding;
using TransformingLives.Bot.Replies;
using TransformingLives.LanguageModel.Tests.Testing;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>A model that lies, breaks or hangs: nothing of it reaches a resident, and nobody waits for it.</summary>
public sealed class HostileModelTests
{
    private const string Question = "What meals at home are there?";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1.5);

    // The machine that runs the tests does other things too.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private static readonly Lazy<Task<(Reply[] Said, TimeSpan Time)>> Plain = new(async () =>
    {
        await using var plain = await ModelCouncil.OpenAsync(null);
        return await TimedAsync(plain);
    });

    public static IEnumerable<object[]> Cases => HostileCase.All.Select(one => new object[] { one.Name });

    [Fact]
    public void There_are_more_than_sixty_cases() => Assert.True(HostileCase.All.Select(one => one.Name).Distinct().Count() >= 60);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_ungrounded_reaches_the_resident_and_nobody_waits_longer_than_the_deadline(string name)
    {
        var hostile = HostileCase.All.Single(one => one.Name == name);
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = hostile.Answer;
        var (expected, plainTime) = await Plain.Value;
        await using var council = await ModelCouncil.OpenAsync(model, Deadline);

        var (said, time) = await TimedAsync(council);

        Assert.NotEmpty(model.Heard);
        Assert.Equal(expected.Length, said.Length);
        foreach (var (ours, theirs) in expected.Zip(said))
        {
            AssertGrounded(ours, theirs, hostile);
        }

        Assert.True(time < Deadline + plainTime + Slack, $"It took {time.TotalMilliseconds:0} ms, and {plainTime.TotalMilliseconds:0} ms without the model.");
    }

    // Checked without the verifier's own code: all that is said stands in what the council wrote, and nothing else of the reply changed.
    private static void AssertGrounded(Reply ours, Reply theirs, HostileCase hostile)
    {
        var wrote = Squeeze(string.Join(' ', [ours.Text, .. ours.Details.Select(detail => detail.Markdown), .. SourceSentences.Of(ours).Select(source => source.Text), .. ModelCouncil.Content.Value.Result.Prompts.Openings.Select(opening => opening.Text)]));
        Assert.All(theirs.Text.Split([". ", "\n", "! "], StringSplitOptions.RemoveEmptyEntries), sentence => Assert.Contains(Squeeze(sentence), wrote, StringComparison.Ordinal));
        Assert.All(hostile.Never, words => Assert.True(!theirs.Text.Contains(words, StringComparison.Ordinal) || ours.Text.Contains(words, StringComparison.Ordinal), $"'{words}' was said: {theirs.Text}"));
        Assert.Equal(ours with { Text = "" }, theirs with { Text = "", Services = ours.Services, Sources = ours.Sources, Numbers = ours.Numbers, Actions = ours.Actions, Rows = ours.Rows, Details = ours.Details });
    }

    private static string Squeeze(string text) => new([.. text.Where(sign => char.IsLetterOrDigit(sign) || sign is '£' or '<' or '>' or '|' or '#' or '\u202e' or '\u200b')]);

    private static async Task<(Reply[] Said, TimeSpan Time)> TimedAsync(ModelCouncil council)
    {
        var conversation = await council.Played.Runner.StartAsync("web", CancellationToken.None);
        var begun = Stopwatch.GetTimestamp();
        var result = await council.SayAsync(conversation.Id, Question);
        return ([.. result.Replies], Stopwatch.GetElapsedTime(begun));
    }
}
