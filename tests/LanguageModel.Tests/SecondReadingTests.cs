using System.Text.Json;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Reading.Suggesting;
using TransformingLives.Bot.Turns;
using TransformingLives.LanguageModel.Tests.Testing;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>A second pair of eyes points at words; our own readers read them, and a concern may be added.</summary>
public sealed class SecondReadingTests
{
    private const string Story = "My mum forgets things and the house is getting too much for her, we do not know where to begin";

    [Theory]
    [InlineData("she lives alone, and she has a dog", "she lives alone", "she lives alone")]
    [InlineData("She lives alone. She has a dog.", "she has a dog.", "She has a dog.")]
    [InlineData("she lives alone because her husband died", "she lives alone", "she lives alone")]
    [InlineData("she is not well", "well", null)]
    [InlineData("she does not live alone", "live alone", null)]
    [InlineData("she lives alone", "she lives with me", null)]
    [InlineData("she lives alone", "", null)]
    [InlineData("I can't say that she can wash herself", "she can wash herself", null)]
    public void Only_whole_clauses_of_the_message_count(string message, string quote, string? expected) => Assert.Equal(expected, Quoted.In(message, quote));

    [Fact]
    public async Task A_danger_that_it_quotes_is_answered_as_any_other_and_kept_with_who_saw_it()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = _ => Scripted.Text("{\"answers\":[],\"concerns\":[{\"kind\":\"carer_breakdown\",\"quote\":\"we do not know where to begin\"}]}");
        await using var council = await ModelCouncil.OpenAsync(model);
        var conversation = await council.Played.Runner.StartAsync("web", CancellationToken.None);

        var said = await council.SayAsync(conversation.Id, Story);
        var now = await council.Played.Store.FindAsync(conversation.Id, CancellationToken.None);

        Assert.Equal("concern", said.Ending);
        Assert.Equal("second-reading", Assert.Single(now!.Concerns).Concern.Rule);
        Assert.Single(model.Heard);
    }

    [Theory]
    [InlineData("emergency", "she is bleeding")]
    [InlineData("carer_breakdown", "too much")]
    [InlineData("carer_breakdown", "begin")]
    [InlineData("no_such_kind", "My mum forgets things")]
    public async Task A_danger_that_it_makes_up_is_none(string kind, string quote)
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = _ => Scripted.Text(JsonSerializer.Serialize(new { answers = Array.Empty<object>(), concerns = new[] { new { kind, quote } } }));
        await using var council = await ModelCouncil.OpenAsync(model);
        var conversation = await council.Played.Runner.StartAsync("web", CancellationToken.None);

        await council.SayAsync(conversation.Id, Story);

        Assert.Empty((await council.Played.Store.FindAsync(conversation.Id, CancellationToken.None))!.Concerns);
    }

    /// <summary>Things that a model may claim of the message, and that nobody said.</summary>
    public static TheoryData<string> Claims =>
    [
        "{\"answers\":[{\"question\":\"date_of_birth\",\"quote\":\"4 May 1938\"}],\"concerns\":[]}",
        "{\"answers\":[{\"question\":\"contact_phone\",\"quote\":\"07700 900555\"}],\"concerns\":[]}",
        "{\"answers\":[{\"question\":\"no_such_question\",\"quote\":\"My mum forgets things\"}],\"concerns\":[]}",
        "{\"answers\":[{\"question\":\"contact_phone\",\"quote\":\"My mum forgets things\"}],\"concerns\":[]}",
        "{\"answers\":[{\"question\":\"email\",\"quote\":\"we do not know where to begin\"}],\"concerns\":[]}",
        "{\"answers\":[{\"question\":5,\"quote\":7}],\"concerns\":[]}",
        "{\"answers\":\"all\",\"concerns\":{}}",
        "{\"answers\":[{}],\"concerns\":[{}]}",
        "{\"answers\":[null,1,\"x\"],\"concerns\":[null]}",
        "{\"consent\":true,\"answers\":[],\"concerns\":[],\"referral\":\"needs_assessment\"}",
        "{\"answers\":[],\"concerns\":[],\"remove_concerns\":true}",
        "[]", "null", "7", "", "{", "{\"answers\":[{\"question\":\"date_of_birth\"", "<html></html>", "I think that she was born in 1938.",
    ];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task What_nobody_said_changes_nothing(string claim)
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = asked => asked.Part("message").Length > 0 ? Scripted.Text(claim) : Scripted.Lines();
        await using var council = await ModelCouncil.OpenAsync(model);
        await using var plain = await ModelCouncil.OpenAsync(null);

        var (with, without) = (await StateAsync(council), await StateAsync(plain));

        Assert.NotEmpty(model.Heard);
        Assert.Equal(without, with);
    }

    [Fact]
    public async Task Every_turn_can_be_decided_again_from_what_is_stored()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = asked => asked.Part("message") switch
        {
            { Length: > 0 } message when message.Contains("at my wits end", StringComparison.Ordinal) => Scripted.Text("{\"answers\":[],\"concerns\":[{\"kind\":\"carer_breakdown\",\"quote\":\"at my wits end with it all\"}]}"),
            _ => PerfectModel.Answer(asked),
        };
        await using var council = await ModelCouncil.OpenAsync(model);
        var id = (await council.Played.Runner.StartAsync("web", CancellationToken.None)).Id;
        string[] says = ["What meals at home are there?", "My mum forgets things and she lives alone in Ely", "I am her daughter and I do her shopping every week", "some days I am sort of, at my wits end with it all"];
        var around = (await ModelCouncil.Content.Value) with { Now = council.Clock.GetUtcNow() };

        foreach (var text in says)
        {
            var before = (await council.Played.Store.FindAsync(id, CancellationToken.None))!;
            var result = await council.SayAsync(id, text);
            var after = (await council.Played.Store.FindAsync(id, CancellationToken.None))!;

            // The model is not there any more: only what was stored is.
            var taken = after.Suggestions.Where(one => one.Turn == before.Version).ToList();
            var suggested = new SuggestedReading(
                [.. taken.Where(one => one.Kind is null).Select(one => new SuggestedAnswer(one.Question, one.Quote))],
                [.. taken.Where(one => one.Kind is not null).Select(one => new SuggestedConcern(one.Kind!.Value, one.Quote))]);
            var screened = TurnRoute.Screen(new Turn { Conversation = before, Message = new IncomingMessage(id, "again", "web", text, council.Clock.GetUtcNow()) }, around);
            var again = TurnRoute.Steps.Aggregate(screened with { Suggested = suggested }, (turn, step) => step(turn, around));

            Assert.Equal(result.Ending, again.Ending);
            Assert.Equal(Differences.Of(after), Differences.Of(again.Conversation));
            Assert.Equal(result.Replies.Select(reply => reply.Phrase), again.Replies.Select(reply => reply.Phrase));
        }
    }

    private static async Task<string> StateAsync(ModelCouncil council)
    {
        var id = (await council.Played.Runner.StartAsync("web", CancellationToken.None)).Id;
        var said = await council.SayAsync(id, Story);
        return $"{said.Ending} {string.Join('|', said.Replies.Select(reply => reply.Text))} {Differences.Of((await council.Played.Store.FindAsync(id, CancellationToken.None))!)}";
    }
}
