using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Hosting;

/// <summary>Loads the tables of <c>content/ras</c> and <c>content/charging</c>.</summary>
internal static class CaseTables
{
    public static RasTables Ras(string content, List<ContentProblem> problems)
    {
        var tables = new RasTables([.. Load(content, "ras", RasTableLoader.Load, problems)]);
        problems.AddRange(tables.Problems().Select(AsContentProblem));
        return tables;
    }

    public static ChargingYears Charging(string content, List<ContentProblem> problems)
    {
        var years = new ChargingYears([.. Load(content, "charging", ChargingYearLoader.Load, problems)]);
        problems.AddRange(years.Problems().Select(AsContentProblem));
        return years;
    }

    public static ContentProblem AsContentProblem(CaseProblem problem) => new(problem.File, problem.Line, problem.Field, problem.Message, problem.IsError);

    private static IEnumerable<T> Load<T>(string content, string folder, Func<string, string, (T? Table, ImmutableArray<CaseProblem> Problems)> load, List<ContentProblem> problems)
        where T : class
    {
        var path = Path.Combine(content, folder);
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var (table, found) = load($"{folder}/{Path.GetFileName(file)}", File.ReadAllText(file));
            problems.AddRange(found.Select(AsContentProblem));
            if (table is not null)
            {
                yield return table;
            }
        }
    }
}
