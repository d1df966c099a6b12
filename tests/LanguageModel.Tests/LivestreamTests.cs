using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Channels.DirectLine;
using TransformingLives.Bot.LanguageModel.Wording;
using TransformingLives.LanguageModel.Tests.Testing;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>Drafts in Web Chat's livestream format: only what is grounded, and what is stored takes their place.</summary>
public sealed class LivestreamTests
{
    private const string Question = "What meals at home are there?";

    [Fact]
    public async Task Grounded_sentences_come_as_typing_activities_and_the_stored_answer_ends_the_stream()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = PerfectModel.Answer;
        await using var council = await ModelCouncil.OpenAsync(model);
        var conversation = await council.Played.Runner.StartAsync("directline", CancellationToken.None);
        var drafts = new ConcurrentQueue<WordingDraft>();
        using var listening = council.Played.Services.GetRequiredService<WordingDrafts>().Listen(conversation.Id, drafts.Enqueue);

        var said = await council.SayAsync(conversation.Id, Question, "directline");

        var first = DraftActivity.SetOf(drafts.First(), conversation.Id, council.Clock.GetUtcNow())["activities"]![0]!;
        Assert.Equal("typing", (string?)first["type"]);
        Assert.Equal(("streaming", 1, null), ((string?)first["channelData"]!["streamType"], (int)first["channelData"]!["streamSequence"]!, (string?)first["channelData"]!["streamId"]));
        var last = ReplyActivity.Of(said.Replies[0]);
        Assert.Equal(("final", (string?)first["id"]), ((string?)last["channelData"]!["streamType"], (string?)last["channelData"]!["streamId"]));
        Assert.Equal(Enumerable.Range(1, drafts.Count), drafts.Select(draft => draft.Number));
        Assert.All(drafts, draft => Assert.StartsWith("Thank you for asking.", draft.Text, StringComparison.Ordinal));
        Assert.Equal(said.Replies[0].Text, drafts.Last().Text);
    }

    [Fact]
    public async Task A_draft_of_a_model_that_breaks_off_is_ended_by_the_plain_answer()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = asked => Scripted.Text($"{string.Join('\n', asked.Sentences.Take(4).Select(sentence => System.Text.Json.JsonSerializer.Serialize(new { from = sentence.Key, text = sentence.Value })))}\nno\nno\nno\nno\nno\n");
        await using var council = await ModelCouncil.OpenAsync(model);
        await using var plain = await ModelCouncil.OpenAsync(null);
        var conversation = await council.Played.Runner.StartAsync("directline", CancellationToken.None);
        using var listening = council.Played.Services.GetRequiredService<WordingDrafts>().Listen(conversation.Id, _ => { });

        var said = await council.SayAsync(conversation.Id, Question, "directline");

        Assert.Equal((await plain.AskAsync(Question, "directline")).Replies[0].Text, said.Replies[0].Text);
        Assert.NotNull(said.Replies[0].Stream);
    }

    [Fact]
    public async Task Where_nobody_watches_there_are_no_drafts()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = PerfectModel.Answer;
        await using var council = await ModelCouncil.OpenAsync(model);

        Assert.Null((await council.AskAsync(Question, "directline")).Replies[0].Stream);
    }
}
