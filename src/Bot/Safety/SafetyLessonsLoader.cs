using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Safety;

/// <summary>Reads <c>content/safety/lessons.yaml</c> and <c>content/safety/lessons/</c>: messages of each kind of danger, and harmless ones, that the safety net learns from.</summary>
internal static class SafetyLessonsLoader
{
    private const string None = "none";

    /// <summary>A topic's example question is harmless, but no lesson written for this.</summary>
    private const float QuestionWeight = 0.5f;
    private const float FormWeight = 1f;

    /// <param name="file">Name of the settings' file below <c>content/</c>.</param>
    /// <param name="text">The settings: <c>dangerous_topics</c>.</param>
    /// <param name="read">The text of <c>safety/lessons/CODE.txt</c>, a message a line; null when there is no such file.</param>
    /// <param name="questions">The topics' example questions, by topic.</param>
    /// <param name="formWords">What forms offer as answers: harmless as well, unless a rule sees danger in it.</param>
    public static SafetyLessons? Load(string file, string text, Func<string, string?> read, SafetyRules rules, IEnumerable<ExampleQuestion> questions, IEnumerable<string> formWords, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var dangerous = root.Words("dangerous_topics");
        root.NoOtherFields();
        var lessons = Enum.GetValues<ConcernKind>().Select(kind => (Code: kind.Code(), Label: (int)kind)).Append((None, SafetyJudgement.Harmless))
            .SelectMany(kind => Lessons(kind.Item1, kind.Item2, read, problems))
            .Concat(questions.Where(question => !dangerous.Contains(question.TopicId)).Select(question => new SafetyLesson(question.Text, SafetyJudgement.Harmless, QuestionWeight)))
            .Concat(formWords.Where(words => Sightings.In(SafetyTokens.Of(words, rules), rules).IsEmpty).Select(words => new SafetyLesson(words, SafetyJudgement.Harmless, FormWeight)))
            .ToImmutableArray();
        return problems.Skip(before).Any(problem => problem.IsError) ? null : new SafetyLessons(lessons, dangerous.ToFrozenSet(StringComparer.Ordinal));
    }

    private static IEnumerable<SafetyLesson> Lessons(string code, int label, Func<string, string?> read, List<ContentProblem> problems)
    {
        var name = $"safety/lessons/{code}.txt";
        var lines = (read(name) ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        if (lines.Length == 0)
        {
            problems.Add(new ContentProblem(name, 0, "", $"There is no lesson for '{code}': one message a line is needed."));
        }

        return lines.Select(line => new SafetyLesson(line, label, 1f));
    }
}
