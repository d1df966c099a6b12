using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.LanguageModel.Prompts;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Triage.Kinds;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting;

/// <summary>Loads all of <c>content/</c>: what turns look at, or every problem found.</summary>
internal static class ContentFiles
{
    /// <param name="content">The folder <c>content/</c>.</param>
    /// <param name="index">Where the index is kept.</param>
    /// <param name="directory">Where imported directories are; null for none.</param>
    public static async Task<(Surroundings? Surroundings, ImmutableArray<ContentProblem> Problems)> LoadAsync(string content, string index, string? directory, CancellationToken cancellationToken)
    {
        var (bot, problems) = BotContentLoader.Load(content);
        var all = problems.ToList();
        var rules = SafetyRulesLoader.Load(SafetyFiles(content), all);
        var responses = bot is not null && Read(content, "safety/responses.yaml", all) is { } words ? SafetyResponsesLoader.Load("safety/responses.yaml", words, bot.Council, rules ?? new SafetyRules(), all) : null;
        var tables = CaseTables.Ras(content, all);
        var charging = CaseTables.Charging(content, all);
        var pages = PublicPages.Load(content, all);
        var prompts = PromptBookLoader.Load(content, all);
        var knowledge = await KnowledgeBase.OpenAsync(new KnowledgeOptions(content, index, bot?.Council.PatchByOutcode ?? ImmutableDictionary<string, string>.Empty) { DirectoryPath = directory }, cancellationToken);
        all.AddRange(knowledge.Problems.Select(problem => new ContentProblem(problem.File, problem.Line, problem.Field, problem.Message, problem.IsError)));
        if (rules is not null && Read(content, "safety/lessons.yaml", all) is { } settings && SafetyLessonsLoader.Load("safety/lessons.yaml", settings, name => Read(content, name, all), rules, knowledge.ExampleQuestions, FormWords(bot), all) is { } lessons)
        {
            rules = rules with { Judgement = SafetyJudgement.Learn(lessons.All, rules, knowledge), DangerousTopics = lessons.DangerousTopics };
        }

        var (cues, kinds) = rules is null ? (CueTable.None, ReferralKinds.None) : TriageFiles.Load(content, rules, all);
        if (bot is not null)
        {
            all.AddRange(CueChecks.Of(cues, kinds, bot));
        }

        if (bot is null || rules is null || responses is null || all.Any(problem => problem.IsError))
        {
            knowledge.Dispose();
            return (null, [.. all]);
        }

        return (new Surroundings(bot, rules, responses, knowledge, tables, default) { Charging = charging, Pages = pages, Prompts = prompts, Cues = cues, Kinds = kinds }, [.. all]);
    }

    private static IEnumerable<(string File, string Text)> SafetyFiles(string content)
    {
        var folder = Path.Combine(content, "safety");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Where(path => Path.GetFileName(path) is not ("responses.yaml" or "lessons.yaml")).Order(StringComparer.Ordinal).Select(path => ($"safety/{Path.GetFileName(path)}", File.ReadAllText(path)))
            : [];
    }

    private static IEnumerable<string> FormWords(BotContent? bot) =>
        bot?.Forms.SelectMany(form => form.Questions).SelectMany(question => question.Options).SelectMany(option => option.Words.Append(option.Label)).Distinct(StringComparer.OrdinalIgnoreCase) ?? [];

    private static string? Read(string content, string file, List<ContentProblem> problems)
    {
        var path = Path.Combine(content, file);
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        problems.Add(new ContentProblem(file, 0, "", "This file is missing."));
        return null;
    }
}
