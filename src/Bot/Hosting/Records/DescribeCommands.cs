using System.CommandLine;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Records;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The verb <c>describe</c>: papers for officers, made from content so that they are true.</summary>
internal static class DescribeCommands
{
    public static Command Create(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
    {
        var records = new Command("records", "What is kept of people, why, where and for how long: Markdown.");
        records.SetAction((result, _) => run(() => Task.FromResult(Records(Folders.Find(result.GetValue(content), result.GetValue(data)).Content))));
        return new Command("describe", "Papers for officers, made from content so that they are true.") { records };
    }

    private static int Records(string content)
    {
        var problems = new List<ContentProblem>();
        if (CouncilSettingsLoader.Load("council.yaml", File.ReadAllText(Path.Combine(content, "council.yaml")), problems) is not { } council)
        {
            throw new StartUpException(string.Join('\n', problems.Where(problem => problem.IsError).Select(problem => $"{problem.File}:{problem.Line} {problem.Field}: {problem.Message}")));
        }

        Console.Write(RecordsPaper.Of(council));
        return 0;
    }
}
