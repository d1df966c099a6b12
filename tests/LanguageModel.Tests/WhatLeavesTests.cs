using System.Text.Json;
using TransformingLives.LanguageModel.Tests.Testing;
using Xunit.Abstractions;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>What leaves the machine in ten conversations: no name, address, phone, date of birth or reference. Everything is printed.</summary>
public sealed class WhatLeavesTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Nothing_leaves_that_says_who_somebody_is()
    {
        var conversations = JsonSerializer.Deserialize<Leaving[]>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "answers", "leaving.json")), Options)!;
        Assert.Equal(10, conversations.Length);
        await using var model = await ScriptedModel.StartAsync();
        model.Answers = PerfectModel.Answer;
        await using var council = await ModelCouncil.OpenAsync(model);
        var calls = 0;
        foreach (var (talk, number) in conversations.Select((talk, index) => (talk, index + 1)))
        {
            model.Heard.Clear();
            var id = (await council.Played.Runner.StartAsync("web", CancellationToken.None)).Id;
            foreach (var says in talk.Says)
            {
                await council.SayAsync(id, says);
            }

            output.WriteLine($"Conversation {number}: {model.Heard.Count} calls");
            foreach (var asked in model.Heard)
            {
                output.WriteLine(asked.Part("message").Length > 0 ? $"  read:  {asked.Part("message")}" : $"  word:  {asked.Part("question")}\n         with {asked.Sentences.Count} sentences of the council's own");
            }

            calls += model.Heard.Count;

            // The council's own sentences name its own services and numbers; what is the resident's is in neither part.
            Assert.All(model.Heard, asked => Assert.All(talk.Personal, personal => Assert.DoesNotContain(personal, asked.Headers + Residents(asked), StringComparison.OrdinalIgnoreCase)));
        }

        Assert.True(calls >= 15, $"Only {calls} calls: there was not much to look at.");
    }

    // All that is sent but for what every resident is shown.
    private static string Residents(Asked asked) => asked.Sentences.Values.Aggregate(asked.User, (text, sentence) => text.Replace(sentence, "", StringComparison.Ordinal)) + asked.System;

    private sealed record Leaving(string[] Personal, string[] Says);
}
