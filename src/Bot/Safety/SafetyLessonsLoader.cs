using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Safety;

/// <summary>Reads <c>content/safety/lessons.yaml</c>: messages of each kind of danger, and harmless ones, that the safety net learns from.</summary>
internal static class SafetyLessonsLoader
{
    private const string None = "none";

    /// <summary>A topic's example question is harmless, but no lesson written for this.</summary>
    private const float QuestionWeight = 0.5f;

    /// <param name="questions">The topics' example questions, by topic.</param>
    public static SafetyJudgement? Load(string file, string text, SafetyRules rules, IEnumerable<ExampleQuestion> questions, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var dangerous = root.Words("dangerous_topics");
        var lessons = ImmutableArray.CreateBuilder<(string Text, int Label, float Weight)>();
        var section = root.Section("lessons");
        foreach (var code in (string[])[.. Enum.GetValues<ConcernKind>().Select(kind => kind.Code()), None])
        {
            var texts = section?.Words(code) ?? [];
            if (texts.IsEmpty)
            {
                root.Problem("lessons", $"There is no lesson for '{code}'.");
            }

            var label = code == None ? SafetyJudgement.Harmless : (int)ConcernCodes.Parse(code)!.Value;
            lessons.AddRange(texts.Select(lesson => (lesson, label, 1f)));
        }

        root.NoOtherFields();
        section?.NoOtherFields();
        lessons.AddRange(questions.Where(question => !dangerous.Contains(question.TopicId)).Select(question => (question.Text, SafetyJudgement.Harmless, QuestionWeight)));
        return problems.Skip(before).Any(problem => problem.IsError) ? null : SafetyJudgement.Learn(lessons, rules);
    }
}
