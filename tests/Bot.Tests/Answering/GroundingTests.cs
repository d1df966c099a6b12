using System.Text.Json;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Hosting.Evaluating;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Tests.Answering;

/// <summary>Nothing is said about a service or an entitlement that isn't in its record.</summary>
public sealed class GroundingTests
{
    private const int EveryNth = 9;
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly Place Ely = new("Ely", 52.399, 0.262, "CB7", true, "East patch", null, "Ely");

    [Fact]
    public async Task Each_phone_number_price_address_and_time_of_an_answer_stands_in_its_source()
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;
        var records = AnswerFacts.Of(TestCouncil.Content);
        var looked = 0;
        var ungrounded = new List<string>();
        foreach (var ask in knowledge.ExampleQuestions.Where((_, index) => index % EveryNth == 0))
        {
            var answer = knowledge.Ask(new KnowledgeQuestion(ask.Text, Ely, Monday, []));
            if (answer.Passage is null && answer.Services.IsEmpty)
            {
                continue;
            }

            var reply = AnswerReply.For(answer, ask.Text);
            looked += AnswerFacts.In(reply).Count();
            ungrounded.AddRange(records.NotInRecords(answer, reply).Select(fact => $"{ask.Text}: {fact}"));
        }

        Assert.True(looked > 1000, $"Only {looked} facts were looked at.");
        Assert.Empty(ungrounded.Distinct());
    }

    [Theory]
    [InlineData("It costs £99 a week.", "£99")]
    [InlineData("Ring 01632 960 003.", "01632 960 003")]
    [InlineData("Open 4.15am to noon.", "4.15am")]
    [InlineData("See https://nowhere.example.org/x.", "https://nowhere.example.org/x")]
    public async Task A_fact_that_nobody_wrote_is_found(string said, string fact)
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;
        var answer = knowledge.Ask(new KnowledgeQuestion("meals on wheels", Ely, Monday, []));

        Assert.Equal(fact, Assert.Single(AnswerFacts.Of(TestCouncil.Content).NotInRecords(answer, new Reply { Text = said })));
    }

    [Fact]
    public async Task A_set_of_questions_is_measured_and_each_made_up_fact_is_a_miss()
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;
        string[] lines = [JsonSerializer.Serialize(new { id = "one", text = "meals on wheels in Ely" }), ""];

        var figures = EvaluateGrounding.Run(lines, knowledge, AnswerFacts.Of(TestCouncil.Content), Monday);

        Assert.Empty(figures.Misses);
        Assert.Equal((1, 1), ((int)figures.Values["n"]!, (int)figures.Values["answers"]!));
        Assert.True((int)figures.Values["facts"]! > 3);
    }
}
