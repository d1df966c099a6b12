using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Benchmarks;

/// <summary>The safety net, cross-validated: each lesson is screened by a net that learnt from the others. The sentence model has seen nine in ten of the lessons that ship, so only new ones tell how it does on words that are new to it.</summary>
internal static class SafetyFoldsCommand
{
    private const string None = "none";

    public static Command Create()
    {
        var more = new Option<DirectoryInfo?>("--more") { Description = "A folder of further lessons (CODE.txt or CODE_*.txt, a message a line): they are learnt from as well, and only they are scored." };
        var folds = new Option<int>("--folds") { Description = "How many parts.", DefaultValueFactory = _ => 5 };
        var list = new Option<bool>("--list") { Description = "Names what was wrong." };
        var command = new Command("safety-folds", "The safety net on lessons that it did not learn from.") { more, folds, list };
        command.SetAction(async (result, cancellationToken) =>
        {
            var shipped = Codes.SelectMany(code => Lines(Path.Combine(Shipped.Content, "safety", "lessons", $"{code}.txt"), code)).ToArray();
            var extra = result.GetValue(more) is { } folder ? Codes.SelectMany(code => folder.GetFiles($"{code}*.txt").SelectMany(file => Lines(file.FullName, code))).ToArray() : [];
            await RunAsync(shipped, extra, result.GetValue(folds), result.GetValue(list), cancellationToken);
        });
        return command;
    }

    private static IEnumerable<string> Codes => Enum.GetValues<ConcernKind>().Select(kind => kind.Code()).Append(None);

    private static async Task RunAsync(IReadOnlyList<Lesson> shipped, IReadOnlyList<Lesson> extra, int folds, bool list, CancellationToken cancellationToken)
    {
        var index = Directory.CreateTempSubdirectory("safety-folds-").FullName;
        var (surroundings, _) = await ContentFiles.LoadAsync(Shipped.Content, index, null, cancellationToken);
        using var knowledge = surroundings!.Knowledge;
        await knowledge.Ready.WaitAsync(cancellationToken);
        var all = shipped.Concat(extra).ToList();
        var results = new List<(Lesson Lesson, string First)>();
        for (var fold = 0; fold < folds; fold++)
        {
            var apart = all.Where(lesson => Fold(lesson.Text, folds) == fold).ToHashSet();
            var rules = await LearnAsync(all.Where(lesson => !apart.Contains(lesson)), surroundings, cancellationToken);
            results.AddRange(apart.Where(lesson => extra.Count == 0 || extra.Contains(lesson)).Select(lesson => (lesson, SafetyNet.Screen(lesson.Text, rules) is [var first, ..] ? first.Kind.Code() : None)));
        }

        Print(results, list);
    }

    private static async Task<SafetyRules> LearnAsync(IEnumerable<Lesson> lessons, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var byFile = lessons.ToLookup(lesson => $"safety/lessons/{lesson.Code}.txt", lesson => lesson.Text);
        var problems = new List<ContentProblem>();
        var settings = await File.ReadAllTextAsync(Path.Combine(Shipped.Content, "safety", "lessons.yaml"), cancellationToken);
        var learnt = SafetyLessonsLoader.Load("safety/lessons.yaml", settings, name => string.Join('\n', byFile[name]), surroundings.SafetyRules, surroundings.Knowledge.ExampleQuestions, [], problems)!.All;
        var judgement = SafetyJudgement.Learn(learnt, surroundings.SafetyRules, surroundings.Knowledge);
        await surroundings.Knowledge.Ready.WaitAsync(cancellationToken);
        return surroundings.SafetyRules with { Judgement = judgement };
    }

    private static void Print(List<(Lesson Lesson, string First)> results, bool list)
    {
        foreach (var kind in results.GroupBy(result => result.Lesson.Code))
        {
            var total = kind.Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key,-20} {total,5}  right {kind.Count(result => result.First == kind.Key) / (double)total:P1}  alarm {kind.Count(result => result.First != None) / (double)total:P1}"));
        }

        foreach (var (lesson, first) in list ? results.Where(result => (result.First == None) != (result.Lesson.Code == None)) : [])
        {
            Console.WriteLine($"{lesson.Code} → {first}: {lesson.Text}");
        }
    }

    private static int Fold(string text, int folds) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[0] % folds;

    private static IEnumerable<Lesson> Lines(string path, string code) =>
        File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => new Lesson(code, line));

    private sealed record Lesson(string Code, string Text);
}
