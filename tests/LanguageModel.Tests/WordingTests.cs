using System.Collections.Immutable;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Turns;
using TransformingLives.LanguageModel.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>Answers worded by a model that behaves, and when it is not asked at all.</summary>
public sealed class WordingTests
{
    private const string Question = "What meals at home are there?";

    [Fact]
    public async Task What_is_grounded_is_said_stored_and_said_again()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = Perfect;
        await using var council = await ModelCouncil.OpenAsync(model);
        var conversation = await council.Played.Runner.StartAsync("web", CancellationToken.None);

        var said = await council.SayAsync(conversation.Id, Question);
        var stored = await council.Played.Store.ReadLogAsync(conversation.Id, 0, CancellationToken.None);
        var again = await council.SayAsync(conversation.Id, "say that again");

        Assert.StartsWith("Thank you for asking.", said.Replies[0].Text, StringComparison.Ordinal);
        Assert.Contains("01632 960 100", said.Replies[0].Text, StringComparison.Ordinal);
        Assert.Contains(stored, entry => entry.Text == said.Replies[0].Text);
        Assert.Contains(again.Replies, reply => reply.Text == said.Replies[0].Text);
        var call = council.Calls.Lately.Last();
        Assert.Equal(("wording-1", ModelVerdict.Used, 120, 40), (call.Prompt, call.Verdict, call.TokensIn, call.TokensOut));
    }

    [Fact]
    public async Task The_same_message_again_gets_the_same_words_although_the_model_would_say_others()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = Perfect;
        await using var council = await ModelCouncil.OpenAsync(model);
        var conversation = await council.Played.Runner.StartAsync("web", CancellationToken.None);
        var message = new Bot.Turns.IncomingMessage(conversation.Id, "one-key", "web", Question, council.Clock.GetUtcNow());

        var first = await council.Played.Runner.RunAsync(message, CancellationToken.None);
        model.Answers = _ => Scripted.Lines("{\"opening\":\"hard\"}");
        var second = await council.Played.Runner.RunAsync(message, CancellationToken.None);

        Assert.Equal(first!.Replies[0].Text, second!.Replies[0].Text);
        Assert.Single(model.Heard);
    }

    [Theory]
    [InlineData("My dad has fallen, he is bleeding and he is not answering me")]
    [InlineData("my son hits me and takes my pension, and can I get hot meals?")]
    public async Task It_is_never_asked_about_a_message_with_a_concern(string danger)
    {
        await using var model = await ScriptedModel.StartAsync();
        await using var council = await ModelCouncil.OpenAsync(model);
        var conversation = await council.Played.Runner.StartAsync("web", CancellationToken.None);

        await council.SayAsync(conversation.Id, danger);
        await council.SayAsync(conversation.Id, Question);

        Assert.Empty(model.Heard);
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("voice")]
    public async Task Nobody_waits_for_it_by_text_or_on_the_telephone(string channel)
    {
        await using var model = await ScriptedModel.StartAsync();
        await using var council = await ModelCouncil.OpenAsync(model);

        await council.AskAsync(Question, channel);

        Assert.DoesNotContain(model.Heard, asked => asked.Part("sentences").Length > 0);
    }

    [Fact]
    public async Task A_model_that_is_switched_off_is_never_asked()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = Perfect;
        await using var council = await ModelCouncil.OpenAsync(model);
        await council.Played.Services.GetRequiredService<ModelRecords>().SetAsync(false, "Ada Byron");

        Assert.Equal("answered", (await council.AskAsync(Question)).Ending);

        Assert.Empty(model.Heard);
    }

    [Theory]
    [InlineData(SwitchIds.Assistant)]
    [InlineData("web")]
    [InlineData(SwitchIds.Pilot)]
    public async Task Nothing_goes_to_it_from_people_for_whom_the_assistant_is_turned_off(string what)
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = Perfect;
        await using var council = await ModelCouncil.OpenAsync(model);
        council.Played.Services.GetRequiredService<SurroundingsSource>().TellOfSwitches(new Switches(ImmutableDictionary<string, SwitchedOff>.Empty.Add(what, new SwitchedOff(what, "Off.", "", "Ada Byron", default) { Areas = ["CB7"] })));

        Assert.Equal("switched_off", (await council.AskAsync("My mother needs meals at home, what is there?")).Ending);

        Assert.Empty(model.Heard);
    }

    [Fact]
    public async Task A_question_with_nothing_personal_is_asked_once()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = Perfect;
        await using var council = await ModelCouncil.OpenAsync(model);

        var first = await council.AskAsync(Question);
        var second = await council.AskAsync(Question);

        Assert.Equal(first.Replies[0].Text, second.Replies[0].Text);
        Assert.Single(model.Heard, asked => asked.Part("sentences").Length > 0);
    }

    [Fact]
    public async Task A_model_that_fails_all_the_time_is_left_alone_for_a_while()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = _ => Scripted.Raw("no", "text/plain", 500);
        await using var council = await ModelCouncil.OpenAsync(model);

        for (var i = 0; i < 12; i++)
        {
            await council.AskAsync($"{Question} {new string('?', i)}");
        }

        Assert.InRange(model.Heard.Count, 6, 8);
        Assert.Equal(ModelVerdict.Resting, council.Calls.Lately[0].Verdict);
    }

    [Fact]
    public async Task When_the_days_tokens_are_used_up_it_is_not_asked_until_tomorrow()
    {
        await using var model = await ScriptedModel.StartAsync();
        await using var council = await ModelCouncil.OpenAsync(model, but: options => options with { TokensPerDay = 100 });

        await council.AskAsync(Question);
        var asked = model.Heard.Count;
        await council.AskAsync(Question);
        Assert.Equal((asked, ModelVerdict.OverBudget), (model.Heard.Count, council.Calls.Lately[0].Verdict));

        council.Clock.Advance(TimeSpan.FromDays(1));
        await council.AskAsync(Question);
        Assert.True(model.Heard.Count > asked);
    }

    [Fact]
    public void Without_an_endpoint_nothing_is_registered()
    {
        var services = new ServiceCollection().AddLanguageModel(new ConfigurationBuilder().Build());

        Assert.Empty(services);
    }

    [Theory]
    [InlineData("not an address", "m")]
    [InlineData("ftp://localhost/v1", "m")]
    [InlineData("http://models.example.org/v1", "m")]
    [InlineData("http://localhost:8080/v1", "")]
    public void A_wrong_setting_is_named_at_the_start(string endpoint, string model)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("LanguageModel:Endpoint", endpoint), new("LanguageModel:Model", model)]).Build();

        Assert.Contains("LanguageModel__", Assert.Throws<FormatException>(() => LanguageModelOptions.From(settings)).Message, StringComparison.Ordinal);
    }

    private static Scripted Perfect(Asked asked) => PerfectModel.Answer(asked);
}
