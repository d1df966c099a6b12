using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Bot.LanguageModel.Officers;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.LanguageModel.Tests.Testing;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>The officer's summary and suggested replies, and the switch.</summary>
public sealed class OfficerHelpTests
{
    [Fact]
    public async Task The_summary_is_made_of_the_residents_own_sentences_with_names_put_back()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = asked => asked.Part("message").Length > 0 ? Scripted.Text("{\"answers\":[],\"concerns\":[]}") : PerfectModel.Answer(asked);
        await using var council = await ModelCouncil.OpenAsync(model);

        var notes = await NotesAsync(council, "My mum Doreen forgets things. She is good at making soup.", "What meals at home are there?");

        Assert.Contains(notes.Summary, line => line.Text == "My mum Doreen forgets things.");
        Assert.Contains(notes.Summary, line => line.Text == "She is good at making soup.");
        Assert.Contains(notes.Replies, reply => reply.Contains("01632 960 100", StringComparison.Ordinal));
        Assert.DoesNotContain(model.Heard, asked => asked.User.Contains("Doreen", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("{\"from\":1,\"text\":\"My mum Doreen has dementia.\"}")]
    [InlineData("{\"from\":1,\"text\":\"She must go into a home.\"}")]
    [InlineData("{\"from\":1,\"text\":\"<b>{1}</b>\"}")]
    [InlineData("{\"reply\":\"no-such-answer\"}")]
    [InlineData("Doreen is violent.")]
    public async Task What_was_not_said_is_in_no_summary_and_in_no_suggestion(string line)
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = asked => asked.Part("message").Length > 0 ? Scripted.Text("{\"answers\":[],\"concerns\":[]}") : Scripted.Lines(line);
        await using var council = await ModelCouncil.OpenAsync(model);

        var notes = await NotesAsync(council, "My mum Doreen forgets things.");

        Assert.Empty(notes.Summary);
        Assert.Empty(notes.Replies);
    }

    [Fact]
    public async Task A_message_with_a_worry_is_left_out_and_counted()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = PerfectModel.Answer;
        await using var council = await ModelCouncil.OpenAsync(model);

        var notes = await NotesAsync(council, "My son hits me and takes my pension.");

        Assert.Equal(1, notes.LeftOut);
        Assert.DoesNotContain(model.Heard, asked => asked.User.Contains("hits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Switched_off_it_is_not_asked_and_it_stays_off_for_the_other_nodes()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = PerfectModel.Answer;
        await using var council = await ModelCouncil.OpenAsync(model);
        var records = council.Played.Services.GetRequiredService<ModelRecords>();

        await records.SetAsync(on: false, "Ada");
        await council.AskAsync("What meals at home are there?");
        await records.RefreshAsync(CancellationToken.None);
        await council.AskAsync("What meals at home are there?");

        Assert.Empty(model.Heard);
        Assert.Equal((false, "Ada"), ((await records.SwitchAsync(CancellationToken.None))!.IsOn, (await records.SwitchAsync(CancellationToken.None))!.Who));

        await records.SetAsync(on: true, "Ada");
        await council.AskAsync("What meals at home are there?");
        Assert.NotEmpty(model.Heard);
    }

    [Fact]
    public async Task Every_call_is_kept_with_its_tokens_and_verdict_and_nothing_else()
    {
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = PerfectModel.Answer;
        await using var council = await ModelCouncil.OpenAsync(model);
        var records = council.Played.Services.GetRequiredService<ModelRecords>();

        await council.AskAsync("What meals at home are there?");
        await records.SetAsync(on: true, "Ada"); // Changes of one lane are made in order: the call is kept before this.
        var counted = Assert.Single(await records.CountAsync(new DateOnly(2026, 11, 1), CancellationToken.None));

        Assert.Equal(("wording-1", 1L, 160L), (counted.Prompt, counted.Calls, counted.Tokens));
    }

    private static async Task<OfficerNotes> NotesAsync(ModelCouncil council, params string[] says)
    {
        var id = (await council.Played.Runner.StartAsync("web", CancellationToken.None)).Id;
        foreach (var text in says)
        {
            await council.SayAsync(id, text);
        }

        var conversation = (await council.Played.Store.FindAsync(id, CancellationToken.None))!;
        var log = await council.Played.Store.ReadStaffLogAsync(id, 0, CancellationToken.None);
        var around = (await ModelCouncil.Content.Value) with { Now = council.Clock.GetUtcNow() };
        return await council.Played.Services.GetRequiredService<OfficerHelp>().ForAsync(conversation, log, around, CancellationToken.None);
    }
}
