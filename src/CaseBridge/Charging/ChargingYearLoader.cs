using System.Collections.Immutable;
using TransformingLives.CaseBridge.Content;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>Reads a year of <c>content/charging</c>. It gives a whole, valid year, or what is wrong with it.</summary>
public static class ChargingYearLoader
{
    /// <summary>Loads one file.</summary>
    /// <param name="file">Its path below <c>content/</c>, for the problems.</param>
    /// <param name="text">Its text.</param>
    public static (ChargingYear? Table, ImmutableArray<CaseProblem> Problems) Load(string file, string text) =>
        TableFile.Load(file, text, fields => Read(file, fields), (fields, year) => Check(file, fields, year));

    private static ChargingYear Read(string file, YamlFields root)
    {
        var local = root.Section("local");
        return new ChargingYear
        {
            File = file,
            Id = root.Text("id"),
            FinancialYear = root.Text("financial_year"),
            AppliesFrom = root.Day("applies_from"),
            AppliesTo = root.Day("applies_to"),
            PensionAge = root.Whole("pension_age"),
            Figures = Figures(root),
            Local = new LocalGenerosity(local.Amount("extra_guarantee"), local.Amount("standard_disability_costs"), local.Amount("smallest_charge"), local.Whole("share_of_what_is_left")),
            Incomes = [.. root.Items("incomes").Select(income => new IncomeKind(income.Text("id"), income.Text("title"), income.Flag("counts")))],
        };
    }

    private static ImmutableDictionary<string, ChargingFigure> Figures(YamlFields root)
    {
        var figures = ImmutableDictionary.CreateBuilder<string, ChargingFigure>(StringComparer.Ordinal);
        foreach (var item in root.Items("figures"))
        {
            var figure = new ChargingFigure(item.Text("id"), item.Amount("amount"), item.Flag("verified"), item.Text("source"));
            if (!FigureIds.All.Contains(figure.Id))
            {
                throw item.Fault("id", $"There is no figure '{figure.Id}'. Known are: {string.Join(", ", FigureIds.All)}.");
            }

            if (!figures.TryAdd(figure.Id, figure))
            {
                throw item.Fault("id", $"The figure '{figure.Id}' stands twice.");
            }
        }

        return figures.ToImmutable();
    }

    private static IEnumerable<CaseProblem> Check(string file, YamlFields root, ChargingYear year)
    {
        foreach (var (field, message) in Faults(year))
        {
            yield return new CaseProblem(file, root.LineOf(field), field, message);
        }

        foreach (var item in root.Items("figures").Where(item => !item.Flag("verified")))
        {
            yield return new CaseProblem(file, item.Line, item.Text("id"), $"This figure ({item.Text("amount")}) is not verified: {item.Text("source")}. A finance officer should confirm it.", IsError: false);
        }
    }

    private static IEnumerable<(string Field, string Message)> Faults(ChargingYear year)
    {
        if (year.AppliesTo < year.AppliesFrom)
        {
            yield return ("applies_to", "The year ends before it begins.");
        }

        var missing = FigureIds.All.Where(id => !year.Figures.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            yield return ("figures", $"These figures are missing: {string.Join(", ", missing)}.");
            yield break;
        }

        if (year.Amount(FigureIds.UpperCapitalLimit) < year.Amount(FigureIds.LowerCapitalLimit))
        {
            yield return ("figures", "The upper capital limit is below the lower one.");
        }

        if (year.Amount(FigureIds.TariffStep) == 0)
        {
            yield return ("figures", "The tariff step can't be 0.");
        }

        if (year.Local.ShareOfWhatIsLeft > 100)
        {
            yield return ("local", "A council can't ask for more than what is left: share_of_what_is_left should be 100 or less.");
        }

        foreach (var twice in year.Incomes.GroupBy(income => income.Id).Where(group => group.Count() > 1))
        {
            yield return ("incomes", $"The kind of income '{twice.Key}' stands twice.");
        }
    }
}
