using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>The verb <c>ras estimate</c>: one estimate with its trace. It ends with 0, or 3 when there is no figure, and says why.</summary>
internal static class EstimateVerb
{
    private const int NoFigure = 3;

    public static async Task<int> RunAsync(FileInfo file, bool asJson, Folders folders, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new StartUpException($"There is no file {file.FullName}.");
        }

        var of = EstimateCase.Read(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken));
        var tables = Tables(folders);
        var day = of.Day ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var result = Estimate(of, tables.InForce(day));
        Console.WriteLine(asJson ? EstimateOutput.Json(day, result) : EstimateOutput.Text(day, result));
        return result is EstimateResult.Estimated ? 0 : NoFigure;
    }

    private static EstimateResult Estimate(EstimateCase of, RasTable? table) => table is null
        ? new EstimateResult.Refused("no-table", "there is no table of budgets for that day")
        : of.Points is { } points ? EstimateBudget.ForScore(table, points, of.Circumstances) : EstimateBudget.For(table, of.Levels, of.Circumstances);

    private static RasTables Tables(Folders folders)
    {
        var problems = new List<ContentProblem>();
        var tables = CaseTables.Ras(folders.Content, problems);
        return problems.FirstOrDefault(problem => problem.IsError) is { } error
            ? throw new StartUpException($"{error.File}:{error.Line} {error.Field}: {error.Message}")
            : tables;
    }
}
