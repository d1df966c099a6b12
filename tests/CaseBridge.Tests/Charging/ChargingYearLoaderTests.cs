using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.CaseBridge.Tests.Charging;

public sealed class ChargingYearLoaderTests
{
    private static readonly string Text = ShippedYears.Text("2025-26");

    [Theory]
    [InlineData("2025-26")]
    [InlineData("2026-27")]
    public void Each_figure_that_is_not_verified_is_named_with_its_line(string year)
    {
        var text = ShippedYears.Text(year);
        var (loaded, problems) = ChargingYearLoader.Load($"charging/{year}.yaml", text);
        Assert.NotNull(loaded);
        Assert.Equal(loaded.Figures.Values.Count(figure => !figure.IsVerified), problems.Length);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.False(problem.IsError));
        Assert.All(problems, problem => Assert.Contains($"id: {problem.Field},", text.Split('\n')[problem.Line - 1], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_figure_says_where_it_is_from() =>
        Assert.All(ShippedYears.Year2026.Figures.Values.Concat(ShippedYears.Year2025.Figures.Values), figure => Assert.True(figure.Source.Length > 10, figure.Id));

    [Theory]
    [InlineData("id: carer_premium,", "id: career_premium,", "id")]
    [InlineData("id: carer_premium,", "id: guarantee_each_child,", "id")]
    [InlineData("amount: 23250.00", "amount: 2325.00", "figures")]
    [InlineData("amount: 250.00", "amount: 0.00", "figures")]
    [InlineData("amount: 89.15", "amount: -89.15", "amount")]
    [InlineData("verified: true", "verified: perhaps", "verified")]
    [InlineData("applies_to: 2026-04-05", "applies_to: 2025-04-05", "applies_to")]
    [InlineData("share_of_what_is_left: 100", "share_of_what_is_left: 120", "local")]
    [InlineData("id: wages", "id: mobility", "incomes")]
    [InlineData("local:", "locally:", "local")]
    public void A_fault_is_told_with_file_line_and_field(string right, string wrong, string field)
    {
        Assert.Contains(right, Text, StringComparison.Ordinal);
        var (year, problems) = ChargingYearLoader.Load("charging/x.yaml", Text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(year);
        var error = problems.First(problem => problem.IsError);
        Assert.Equal(("charging/x.yaml", field), (error.File, error.Field));
        Assert.True(error.Line > 0);
    }

    [Fact]
    public void A_missing_figure_is_named()
    {
        var without = string.Join('\n', Text.Split('\n').Where(line => !line.Contains("id: carer_premium", StringComparison.Ordinal)));
        Assert.Contains("carer_premium", ChargingYearLoader.Load("charging/x.yaml", without).Problems.Single(problem => problem.IsError).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_year_is_used_when_none_is_in_force()
    {
        var years = new ChargingYears([ShippedYears.Year2025, ShippedYears.Year2026]);
        Assert.Same(ShippedYears.Year2025, years.InForce(new DateOnly(2026, 4, 5)));
        Assert.Same(ShippedYears.Year2026, years.InForce(new DateOnly(2026, 4, 6)));
        Assert.Null(years.InForce(new DateOnly(2027, 4, 6)));
        Assert.Empty(years.Problems());
        Assert.Single(new ChargingYears([ShippedYears.Year2025, ShippedYears.Year2025]).Problems());
        Assert.False(Assert.Single(years.ProblemsOn(new DateOnly(2027, 4, 6))).IsError);
    }
}
