using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>Cases as a CSV file: <c>id,age_group,need,area</c>, a column for each area of the table (<c>D01</c>, …) and <c>now</c>, what the support costs a week, which may be empty.</summary>
public static class CaseFile
{
    private const int MostProblems = 20;
    private static readonly string[] WhoColumns = ["id", "age_group", "need", "area"];

    /// <summary>Reads cases for a table. It gives all of them, or what is wrong, with line and column.</summary>
    public static (ImmutableArray<CalibrationCase> Cases, ImmutableArray<CaseProblem> Problems) Read(string file, TextReader text, RasTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var problems = new List<CaseProblem>();
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader())
        {
            return ([], [new CaseProblem(file, 1, "", "The file is empty.")]);
        }

        string[] needed = [.. WhoColumns, .. table.Areas.Select(area => area.Code)];
        foreach (var missing in needed.Except(csv.HeaderRecord ?? []))
        {
            problems.Add(new CaseProblem(file, 1, missing, $"The column '{missing}' is missing."));
        }

        var cases = ImmutableArray.CreateBuilder<CalibrationCase>();
        while (problems.Count < MostProblems && csv.Read())
        {
            if (problems.Count == 0 || problems[0].Line > 1)
            {
                cases.Add(Case(csv, table, file, problems));
            }
        }

        return problems.Count > 0 ? ([], [.. problems]) : (cases.ToImmutable(), []);
    }

    /// <summary>Writes cases so that <see cref="Read"/> can read them.</summary>
    public static void Write(TextWriter text, RasTable table, IEnumerable<CalibrationCase> cases)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cases);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var head in WhoColumns.Concat(table.Areas.Select(area => area.Code)).Append("now"))
        {
            csv.WriteField(head);
        }

        foreach (var found in cases)
        {
            csv.NextRecord();
            foreach (var field in new[] { found.Id, found.AgeGroup, found.Need, found.Area })
            {
                csv.WriteField(field);
            }

            foreach (var level in found.Levels)
            {
                csv.WriteField(level);
            }

            csv.WriteField(found.Now);
        }

        csv.NextRecord();
    }

    private static CalibrationCase Case(CsvReader csv, RasTable table, string file, List<CaseProblem> problems)
    {
        void Problem(string column, string message) => problems.Add(new CaseProblem(file, csv.Parser.RawRow, column, message));
        var levels = new byte[table.Areas.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            var area = table.Areas[i];
            if (!byte.TryParse(csv.GetField(area.Code), NumberStyles.None, CultureInfo.InvariantCulture, out levels[i]) || levels[i] >= area.Levels.Length)
            {
                Problem(area.Code, $"'{csv.GetField(area.Code)}' should be a level from 0 to {area.Levels.Length - 1}.");
                levels[i] = 0;
            }
        }

        return new CalibrationCase(csv.GetField("id") ?? "", Group("age_group"), Group("need"), Group("area"), levels, Now(csv, Problem));

        string Group(string column) => csv.GetField(column) is { Length: > 0 } group ? group : "not known";
    }

    private static decimal? Now(CsvReader csv, Action<string, string> problem)
    {
        if (!csv.TryGetField<string>("now", out var text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var now))
        {
            return now;
        }

        problem("now", $"'{text}' should be pounds a week, such as 212.50.");
        return null;
    }
}
