using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

/// <summary>The worked examples of the proposed table, to the penny.</summary>
public sealed class EstimateBudgetTests
{
    [Theory]
    [InlineData("4 4 4 4 4 3 3 3 4 4 4 0", 100, 620.00, 2480.00)]
    [InlineData("3 3 2 3 2 3 2 0 3 3 3 0", 60, 285.00, 1140.00)]
    [InlineData("1 1 0 1 2 2 2 0 2 2 1 0", 29, 100.50, 402.00)]
    [InlineData("2 3 2 3 3 2 1 0 3 2 2 0", 51, 226.50, 906.00)]
    [InlineData("3 2 1 2 1 2 1 1 2 0 1 0", 34, 127.00, 508.00)]
    [InlineData("1 1 0 1 0 1 1 1 1 0 0 0", 13, 35.50, 142.00)]
    public void Worked_examples_come_out_to_the_penny(string levels, int points, decimal weekly, decimal fourWeekly)
    {
        var result = EstimateBudget.For(Table(), Levels(levels), new EstimateCircumstances());

        var estimate = Assert.IsType<EstimateResult.Estimated>(result).Estimate;
        Assert.Equal(points, estimate.Points);
        Assert.Equal(weekly, estimate.Weekly);
        Assert.Equal(fourWeekly, estimate.FourWeekly);
    }

    [Fact]
    public void A_crisis_gives_no_figure()
    {
        var result = EstimateBudget.For(Table(), Levels("4 4 4 4 4 3 3 3 4 4 4 0"), new EstimateCircumstances { OpenCrisis = true });

        Assert.Equal("open-crisis", Assert.IsType<EstimateResult.Refused>(result).Code);
    }

    [Fact]
    public void A_missing_answer_is_named_and_never_guessed()
    {
        var levels = Levels("4 4 4 4 4 3 3 3 4 4 4 0");
        levels.Remove("D03");

        var result = EstimateBudget.For(Table(), levels, new EstimateCircumstances());

        Assert.Contains("Using the toilet", Assert.IsType<EstimateResult.Refused>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_without_a_table_has_none()
    {
        Assert.Null(new RasTables([Table()]).InForce(new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void A_price_curve_that_falls_is_named_with_its_line()
    {
        var text = File.ReadAllText(TablePath()).Replace("weekly: 285.00", "weekly: 85.00", StringComparison.Ordinal);

        var (table, problems) = RasTableLoader.Load("ras/tl-ras-v1.yaml", text);

        Assert.Null(table);
        Assert.Contains(problems, problem => problem is { Field: "knots", IsError: true, Line: > 0 });
    }

    private static Dictionary<string, int> Levels(string levels) =>
        levels.Split(' ').Select((level, index) => (Code: $"D{index + 1:00}", Level: int.Parse(level, System.Globalization.CultureInfo.InvariantCulture))).ToDictionary(pair => pair.Code, pair => pair.Level);

    private static RasTable Table()
    {
        var (table, problems) = RasTableLoader.Load("ras/tl-ras-v1.yaml", File.ReadAllText(TablePath()));
        Assert.DoesNotContain(problems, problem => problem.IsError);
        return table!;
    }

    private static string TablePath()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TransformingLives.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "content", "ras", "tl-ras-v1.yaml");
    }
}
