using System.Collections.Frozen;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>The words that authors use themselves, in example questions and in replies: whatever is among them is nobody's name.</summary>
internal static class OrdinaryWords
{
    public static FrozenSet<string> Of(Surroundings around) =>
        around.Knowledge.ExampleQuestions.Select(example => example.Text)
            .Concat(around.Content.Phrases.Phrases.Values.SelectMany(phrase => phrase.Say))
            .SelectMany(text => Reading.Words.All(text))
            .ToFrozenSet(StringComparer.Ordinal);
}
