using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading;

/// <summary>Which question a message names: "change my date of birth", "why do you need his postcode?".</summary>
internal static class NameQuestion
{
    private static readonly ImmutableArray<string> Empty = "change my the a an to it is why do you ask need about want for what of your their his her i me that this please can we want asking know have who when how and or with in are was her him they them would like".Split(' ').ToImmutableArray();

    /// <summary>The id of the question; null when none, or more than one, is named.</summary>
    public static string? In(string line, ImmutableArray<Form> forms)
    {
        var questions = forms.SelectMany(form => form.Questions).ToList();
        if (questions.FirstOrDefault(question => line.Trim() == $"change {question.Id.Replace('_', ' ')}") is { } exact)
        {
            return exact.Id;
        }

        var byLabel = questions.Where(question => line.Contains(Words.Line(question.Label), StringComparison.Ordinal)).OrderByDescending(question => question.Label.Length).FirstOrDefault();
        return byLabel?.Id ?? ByWords(line, questions);
    }

    // The label counts twice, what is asked once; a tie is no answer.
    private static string? ByWords(string line, List<Question> questions)
    {
        var said = Stems(line);
        var scored = questions
            .Select(question => (question.Id, Score: 2 * Stems(Words.Line(question.Label)).Intersect(said).Count() + Stems(Words.Line(question.Ask)).Intersect(said).Count()))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .ToList();
        return scored.Count > 0 && (scored.Count == 1 || scored[0].Score > scored[1].Score) ? scored[0].Id : null;
    }

    private static HashSet<string> Stems(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Empty.Contains(word) && word.Length > 2).Select(word => word.TrimEnd('s'))];
}
