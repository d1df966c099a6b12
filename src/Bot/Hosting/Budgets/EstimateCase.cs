using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>A case to estimate, as a file has it.</summary>
/// <param name="Day">The day the table must be in force; null for today.</param>
/// <param name="Levels">Area code to level.</param>
/// <param name="Points">A score without its answers; null where there are answers.</param>
/// <param name="Circumstances">Whether a figure may be shown.</param>
/// <param name="Money">What the person told about their money; null where nothing is to be said of charges.</param>
internal sealed record EstimateCase(DateOnly? Day, ImmutableDictionary<string, int> Levels, int? Points, EstimateCircumstances Circumstances, FinancialFacts? Money)
{
    /// <exception cref="StartUpException">The file can't be read; it says where.</exception>
    public static EstimateCase Read(string file, string text)
    {
        var problems = new List<ContentProblem>();
        var read = ContentNode.Parse(file, text, problems) is { } root ? Case(root) : null;
        return problems.FirstOrDefault() is { } first ? throw new StartUpException($"{first.File}:{first.Line} {first.Field}: {first.Message}") : read!;
    }

    private static EstimateCase Case(ContentNode root)
    {
        var answers = root.Section("answers");
        var points = root.Number("points");
        if ((answers is null) == (points is null))
        {
            root.Problem("answers", "The file should have 'answers' (an area and its level, such as D01: 3) or 'points'.");
        }

        var levels = (answers?.Fields ?? []).ToImmutableDictionary(area => area, area => answers!.Number(area) ?? 0);
        var circumstances = new EstimateCircumstances
        {
            OpenCrisis = root.Flag("open_crisis", otherwise: false),
            Safeguarding = root.Flag("safeguarding", otherwise: false),
            CapacityDoubt = root.Flag("capacity_doubt", otherwise: false),
            ReablementConsidered = root.Flag("reablement_considered", otherwise: false),
        };
        var read = new EstimateCase(DayOf(root), levels, points, circumstances, root.Section("money") is { } money ? MoneyOfCase.Read(money) : null);
        root.NoOtherFields();
        return read;
    }

    private static DateOnly? DayOf(ContentNode root)
    {
        if (!root.Has("day"))
        {
            return null;
        }

        if (DateOnly.TryParseExact(root.Text("day"), "yyyy-MM-dd", out var day))
        {
            return day;
        }

        root.Problem("day", "'day' should be a day such as 2026-11-24.");
        return null;
    }
}
