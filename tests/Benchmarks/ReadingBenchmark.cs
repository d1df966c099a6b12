using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Benchmarks;

/// <summary>Reading a message, safety included, without the sentence model: ordinary messages, and some that are meant to hurt. The goals are 2 ms at p99 and 20 ms for whatever is sent.</summary>
internal static class ReadingBenchmark
{
    private const double GoalMilliseconds = 2;
    private const double HostileMilliseconds = 20;
    private const int Rounds = 20;

    private static readonly ReadingContext Context = new() { Today = new DateOnly(2026, 11, 23) };

    public static int Run()
    {
        var rules = Rules();
        var messages = Messages();
        foreach (var message in messages.Take(500))
        {
            Read(message, rules);
        }

        var ordinary = new Timings();
        foreach (var message in messages)
        {
            ordinary.Run(() => Read(message, rules));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{messages.Length} messages  {ordinary}, goal {GoalMilliseconds} ms"));
        var worst = Hostile().Max(message => Hurt(message.Name, message.Text, rules));
        return ordinary.At(0.99) <= GoalMilliseconds && worst <= HostileMilliseconds ? 0 : 1;
    }

    private static double Hurt(string name, string text, SafetyRules rules)
    {
        var timings = new Timings();
        for (var round = 0; round < Rounds; round++)
        {
            timings.Run(() => Read(text, rules));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-34} {timings}, goal {HostileMilliseconds} ms"));
        return timings.At(0.5);
    }

    // As a turn does: what is too long is cut before it is read.
    private static void Read(string text, SafetyRules rules)
    {
        text = MessageText.Clean(text);
        SafetyNet.ScreenSafely(text, rules);
        ReadMessage.For(text, Context);
    }

    private static IEnumerable<(string Name, string Text)> Hostile() =>
    [
        ("10,000 letters without a blank", new string('a', 10_000)),
        ("10,000 characters of a story", string.Concat(Enumerable.Repeat("My mum fell again on Tuesday and I don't know who to ask. ", 200))[..10_000]),
        ("1,000 nested brackets", new string('(', 1_000) + "help" + new string(')', 1_000)),
        ("a megabyte of emoji", string.Concat(Enumerable.Repeat("😀", 262_144))),
        ("5,000 figures", string.Concat(Enumerable.Repeat("01632 960123 ", 400))),
        ("5,000 commas and dashes", string.Concat(Enumerable.Repeat(", - ", 1_250))),
        ("accents piled on one letter", "e" + new string('\u0301', 5_000)),
    ];

    private static ImmutableArray<string> Messages()
    {
        var lessons = Directory.GetFiles(Path.Combine(Shipped.Content, "safety", "lessons"), "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).ToArray();
        new Random(7).Shuffle(lessons);
        return [.. lessons.Take(5_000)];
    }

    private static SafetyRules Rules()
    {
        var problems = new List<ContentProblem>();
        var folder = Path.Combine(Shipped.Content, "safety");
        var files = Directory.GetFiles(folder, "*.yaml").Where(file => Path.GetFileName(file) is not ("lessons.yaml" or "responses.yaml")).Order(StringComparer.Ordinal);
        var rules = SafetyRulesLoader.Load(files.Select(file => ($"safety/{Path.GetFileName(file)}", File.ReadAllText(file))), problems)!;
        var lessons = SafetyLessonsLoader.Load("safety/lessons.yaml", File.ReadAllText(Path.Combine(folder, "lessons.yaml")), name => File.ReadAllText(Path.Combine(Shipped.Content, name)), rules, [], [], problems)!.All;
        return rules with { Judgement = SafetyJudgement.ByWords(lessons, rules) };
    }
}
