using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>Whether each telephone number, price, web address and opening time in the answers to a set of questions stands in the record it was made from.</summary>
internal static class EvaluateGrounding
{
    /// <param name="lines">A JSON object on each: id, text.</param>
    public static Figures Run(IEnumerable<string> lines, KnowledgeBase knowledge, AnswerFacts facts, DateTimeOffset now)
    {
        var misses = ImmutableArray.CreateBuilder<Miss>();
        var (asked, answered, looked) = (0, 0, 0);
        foreach (var line in lines.Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var text = line.GetProperty("text").GetString()!;
            var answer = knowledge.Ask(new KnowledgeQuestion(text, null, now, []));
            asked++;
            if (answer.Passage is null && answer.Services.IsEmpty)
            {
                continue;
            }

            answered++;
            var reply = AnswerReply.For(answer, text);
            looked += AnswerFacts.In(reply).Count();
            misses.AddRange(facts.NotInRecords(answer, reply).Distinct().Select(fact => new Miss(line.GetProperty("id").GetString()!, text, "in its record", fact)));
        }

        return new Figures(new JsonObject { ["n"] = asked, ["answers"] = answered, ["facts"] = looked, ["notInTheirRecord"] = misses.Count }, misses.ToImmutable());
    }
}
