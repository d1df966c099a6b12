using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>The verb <c>ras estimate</c>: one estimate with its trace, and what the person may have to pay. It ends with 0, or 3 when there is no figure, and says why.</summary>
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
        var (tables, years) = Load(folders);
        var day = of.Day ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var estimate = Estimate(of, tables.InForce(day));
        var contribution = Contribution(of, years.InForce(day), (estimate as EstimateResult.Estimated)?.Estimate);
        Console.WriteLine(asJson ? EstimateOutput.Json(day, estimate, contribution) : EstimateOutput.Text(day, estimate, contribution));
        return estimate is EstimateResult.Estimated ? 0 : NoFigure;
    }

    private static EstimateResult Estimate(EstimateCase of, RasTable? table) => table is null
        ? new EstimateResult.Refused("no-table", "there is no table of budgets for that day")
        : of.Points is { } points ? EstimateBudget.ForScore(table, points, of.Circumstances) : EstimateBudget.For(table, of.Levels, of.Circumstances);

    private static Contribution? Contribution(EstimateCase of, ChargingYear? year, BudgetEstimate? estimate)
    {
        if (of.Money is null || estimate is null)
        {
            return null;
        }

        try
        {
            return WorkOutContribution.For(year ?? throw new StartUpException("There is no charging year for that day."), of.Money, estimate.Weekly);
        }
        catch (ArgumentException exception)
        {
            throw new StartUpException(exception.Message);
        }
    }

    private static (RasTables Tables, ChargingYears Years) Load(Folders folders)
    {
        var problems = new List<ContentProblem>();
        var loaded = (CaseTables.Ras(folders.Content, problems), CaseTables.Charging(folders.Content, problems));
        return problems.FirstOrDefault(problem => problem.IsError) is { } error
            ? throw new StartUpException($"{error.File}:{error.Line} {error.Field}: {error.Message}")
            : loaded;
    }
}
