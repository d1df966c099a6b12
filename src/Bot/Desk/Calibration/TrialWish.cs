using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting.Budgets.Simulating;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Desk.Calibration;

/// <summary>What a manager wants to try.</summary>
/// <param name="Table">The table.</param>
/// <param name="Before">What people have now where the cases don't say.</param>
/// <param name="Cases">The cases.</param>
/// <param name="Budget">Pounds a year.</param>
/// <param name="Contingency">Held back, in hundredths of the limit.</param>
/// <param name="About">All of it in words.</param>
internal sealed record TrialWish(RasTable Table, RasTable Before, ImmutableArray<CalibrationCase> Cases, decimal Budget, decimal Contingency, string About)
{
    private const int Invented = 20_000;
    private const int MostBytes = 20_000_000;
    private const decimal MostHeldBack = 50;

    /// <summary>Reads the form; gives the wish, or what is wrong, each with the field it belongs to.</summary>
    public static (TrialWish? Wish, ImmutableArray<TrialProblem> Problems) Read(IFormCollection form, Surroundings around)
    {
        var problems = ImmutableArray.CreateBuilder<TrialProblem>();
        var table = around.RasTables.Find(form["table"].ToString());
        if (table is null)
        {
            problems.Add(new("table", "Choose a table."));
        }

        var budget = Number(form["budget"]) is { } pounds and > 0 ? pounds : Wrong("budget", "Write the cash limit in pounds a year, such as 150,000,000.");
        var contingency = Number(form["contingency"]) is { } held and >= 0 and <= MostHeldBack ? held : Wrong("contingency", "Write how many per cent are held back, from 0 to 50.");
        var cases = table is null ? [] : ReadCases(form, table, around.Content.Council, problems);
        if (table is null || problems.Count > 0)
        {
            return (null, problems.ToImmutable());
        }

        var before = around.RasTables.InForce(around.Today) ?? table;
        var from = IsInvented(form) ? "invented cases" : $"cases of {form.Files["cases"]!.FileName}";
        return (new TrialWish(table, before, cases, budget, contingency, string.Create(CultureInfo.InvariantCulture, $"Table {table.Id} {table.Version} on {cases.Length:#,##0} {from}, with a cash limit of £{budget:#,##0.##} a year")), []);

        decimal Wrong(string field, string words)
        {
            problems.Add(new(field, words));
            return 0;
        }
    }

    /// <summary>The cases are invented ones, and no file is needed.</summary>
    public static bool IsInvented(IFormCollection form) => form["from"] == "invented";

    private static ImmutableArray<CalibrationCase> ReadCases(IFormCollection form, RasTable table, CouncilSettings council, ImmutableArray<TrialProblem>.Builder problems)
    {
        if (IsInvented(form))
        {
            return [.. InventedCases.Make(table, council, Invented, seed: 1)];
        }

        if (form.Files["cases"] is not { Length: > 0 and <= MostBytes } file)
        {
            problems.Add(new("cases", "Choose a file of cases (CSV), or try it on invented ones."));
            return [];
        }

        using var text = new StreamReader(file.OpenReadStream());
        var (cases, wrong) = CaseFile.Read(file.FileName, text, table);
        problems.AddRange(wrong.Select(problem => new TrialProblem("cases", string.Create(CultureInfo.InvariantCulture, $"Line {problem.Line}{(problem.Field.Length > 0 ? $", {problem.Field}" : "")}: {problem.Message}"))));
        if (cases.IsEmpty && wrong.IsEmpty)
        {
            problems.Add(new("cases", "The file has no cases."));
        }

        return cases;
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Replace("£", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Something that can't be tried.</summary>
/// <param name="Field">The field of the form.</param>
/// <param name="Words">What is wrong and what was expected.</param>
internal sealed record TrialProblem(string Field, string Words);
