using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>The verb <c>ras simulate</c>: what a table would cost, and to whom, before members sign it off. It ends with 0, or 4 when the cash limit doesn't hold.</summary>
internal static class SimulateVerb
{
    private const int OverTheLimit = 4;

    public static async Task<int> RunAsync(SimulateOptions options, Folders folders, CancellationToken cancellationToken)
    {
        var problems = new List<ContentProblem>();
        var tables = CaseTables.Ras(folders.Content, problems);
        var table = Table(options.Table, tables);
        var before = Before(options, tables) ?? table;
        var load = new CaseLoad(Cases(options.Cases, table), table, before);
        var simulated = Simulated.Of(load, table, before, options.Budget, options.Contingency, Bar(), cancellationToken);
        Console.WriteLine(options.Json ? SimulateOutput.Json(simulated) : SimulateOutput.Text(simulated));
        await WriteAsync(options, simulated, cancellationToken);
        return simulated.Result.LeftOfLimit >= 0 ? 0 : OverTheLimit;
    }

    private static async Task WriteAsync(SimulateOptions options, Simulated simulated, CancellationToken cancellationToken)
    {
        if (options.Suggest is { } suggest && simulated.Suggestion.Best is { } best)
        {
            await File.WriteAllTextAsync(suggest.FullName, RasTableWriter.Write(best.Table), cancellationToken);
        }

        if (options.Report is { } report)
        {
            await File.WriteAllTextAsync(report.FullName, SimulationReport.Html(simulated), cancellationToken);
        }
    }

    private static RasTable Table(string name, RasTables tables)
    {
        if (tables.Find(name) is { } known)
        {
            return known;
        }

        if (!File.Exists(name))
        {
            throw new StartUpException($"There is no table '{name}' in content/ras, and no such file.");
        }

        var (table, problems) = RasTableLoader.Load(Path.GetFileName(name), File.ReadAllText(name));
        return table ?? throw Fault(problems.First(problem => problem.IsError));
    }

    private static RasTable? Before(SimulateOptions options, RasTables tables) => options.Against is { } against
        ? Table(against, tables)
        : tables.InForce(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));

    private static ImmutableArray<CalibrationCase> Cases(FileInfo file, RasTable table)
    {
        if (!file.Exists)
        {
            throw new StartUpException($"There is no file {file.FullName}.");
        }

        using var text = file.OpenText();
        var (cases, problems) = CaseFile.Read(file.Name, text, table);
        return problems.IsEmpty ? cases : throw Fault(problems[0]);
    }

    private static StartUpException Fault(CaseProblem problem) => new($"{problem.File}:{problem.Line} {problem.Field}: {problem.Message}");

    // A bar for a person; nothing into a file.
    private static Progress<int>? Bar() => Console.IsErrorRedirected
        ? null
        : new Progress<int>(tried => Console.Error.Write($"\r[{new string('#', tried * 40 / SuggestTable.Candidates),-40}] {tried} of {SuggestTable.Candidates} curves tried{(tried == SuggestTable.Candidates ? "\n" : "")}"));
}
