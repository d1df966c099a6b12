using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Desk.Returns;
using TransformingLives.Bot.Desk.Words;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Plans.Support;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Triage.Eligibility;

namespace TransformingLives.Bot.Content;

/// <summary>Reads the folder <c>content/</c>. It gives whole content, or every problem found.</summary>
internal static class BotContentLoader
{
    public static (BotContent? Content, ImmutableArray<ContentProblem> Problems) Load(string root)
    {
        var problems = new List<ContentProblem>();
        var council = Single(root, "council.yaml", problems, CouncilSettingsLoader.Load);
        var holidays = Single(root, "bank-holidays.yaml", problems, BankHolidays.Load);
        var appointments = Single(root, "appointments.yaml", problems, AppointmentSettingsLoader.Load);
        var triage = Single(root, Path.Combine("triage", "outcomes.yaml"), problems, TriageTableLoader.Load);
        var eligibility = Single(root, Path.Combine("triage", "eligibility.yaml"), problems, EligibilityRulesLoader.Load);
        var endings = Single(root, "endings.yaml", problems, EndingsLoader.Load);
        var forms = Files(root, "forms").Select(file => FormLoader.Load(file, Read(root, file), problems)).OfType<Form>().ToImmutableArray();
        var phrases = Files(root, "replies").SelectMany(file => PhraseBookLoader.Load(file, Read(root, file), problems)).ToList();
        foreach (var twice in phrases.GroupBy(phrase => phrase.Key).Where(group => group.Count() > 1))
        {
            problems.Add(new ContentProblem("replies", 0, twice.Key, $"The phrase '{twice.Key}' stands twice."));
        }

        var desk = Desk(root, council, problems);
        var ideas = Single(root, Path.Combine("plans", "ideas.yaml"), problems, SupportIdeasLoader.Load) ?? SupportIdeas.None;
        problems.AddRange(SupportIdeasLoader.Fit(ideas, forms));
        var book = new PhraseBook(phrases.DistinctBy(phrase => phrase.Key).ToImmutableDictionary());
        problems.AddRange(CrossChecks.Of(forms, triage, eligibility, desk.Returns, book));
        return council is null || holidays is null || appointments is null || triage is null || eligibility is null || endings is null || problems.Any(problem => problem.IsError)
            ? (null, [.. problems])
            : (new BotContent(council with { BankHolidays = council.BankHolidays.Union(holidays.Days) }, forms, triage, book, endings) { Eligibility = eligibility, Desk = desk, Ideas = ideas, Appointments = appointments }, [.. problems]);
    }

    private static DeskWords Desk(string root, CouncilSettings? council, List<ContentProblem> problems)
    {
        var names = council?.Values(isOpen: true).Keys ?? [];
        var replies = Single(root, Path.Combine("desk", "replies.yaml"), problems, (file, text, found) => DeskWordsLoader.Replies(file, text, names, found));
        var outcomes = Single(root, Path.Combine("desk", "outcomes.yaml"), problems, DeskWordsLoader.Outcomes);
        var returns = Single(root, Path.Combine("desk", "returns.yaml"), problems, ReturnRulesLoader.Load);
        var targets = Single(root, Path.Combine("desk", "targets.yaml"), problems, DeskTargetsLoader.Load);
        var review = Single(root, Path.Combine("desk", "review.yaml"), problems, DeskWordsLoader.Checklist);
        return new DeskWords(replies?.Replies ?? [], outcomes?.Outcomes ?? []) { Returns = returns ?? ReturnRules.None, Checklist = review?.Checklist ?? [], Targets = targets ?? DeskTargets.None };
    }

    private static T? Single<T>(string root, string file, List<ContentProblem> problems, Func<string, string, List<ContentProblem>, T?> load)
        where T : class
    {
        if (File.Exists(Path.Combine(root, file)))
        {
            return load(file, Read(root, file), problems);
        }

        problems.Add(new ContentProblem(file, 0, "", "This file is missing."));
        return null;
    }

    private static List<string> Files(string root, string folder) =>
        Directory.Exists(Path.Combine(root, folder))
            ? Directory.EnumerateFiles(Path.Combine(root, folder), "*.yaml").Order(StringComparer.Ordinal).Select(path => Path.GetRelativePath(root, path)).ToList()
            : [];

    private static string Read(string root, string file) => File.ReadAllText(Path.Combine(root, file));
}
