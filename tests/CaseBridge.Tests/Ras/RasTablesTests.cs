using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

public sealed class RasTablesTests
{
    private static readonly RasTable Test = ShippedTable.Table;
    private static readonly RasTable Approved = Test with { File = "ras/approved.yaml", Id = "signed", Status = RasStatus.Approved, ApprovedBy = "Adults Committee", ApprovedOn = new DateOnly(2026, 3, 12) };

    [Fact]
    public void An_approved_table_needs_who_and_when()
    {
        var text = ShippedTable.Text.Replace("status: test ", "status: approved ", StringComparison.Ordinal);
        var problems = RasTableLoader.Load("ras/x.yaml", text).Problems;
        Assert.Equal(["approved_by", "approved_on"], problems.Where(problem => problem.IsError).Select(problem => problem.Field));

        var signed = text.Replace("approved_by: null", "approved_by: Adults Committee", StringComparison.Ordinal).Replace("approved_on: null", "approved_on: 2026-03-12", StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 12), RasTableLoader.Load("ras/x.yaml", signed).Table?.ApprovedOn);
        Assert.Empty(RasTableLoader.Load("ras/x.yaml", signed).Problems);
    }

    [Fact]
    public void Two_approved_tables_for_one_day_are_a_problem() =>
        Assert.Equal("applies_from", Assert.Single(new RasTables([Approved, Approved with { Version = "1.1.0", AppliesFrom = new DateOnly(2027, 4, 5), AppliesTo = new DateOnly(2028, 4, 4) }]).Problems()).Field);

    [Fact]
    public void A_test_may_stand_beside_an_approved_table() => Assert.Empty(new RasTables([Approved, Test]).Problems());

    [Fact]
    public void A_changed_table_is_a_new_version() =>
        Assert.Equal("version", Assert.Single(new RasTables([Test, Test with { File = "ras/copy.yaml" }]).Problems()).Field);

    [Fact]
    public void The_council_is_told_before_a_table_ends()
    {
        var tables = new RasTables([Approved]);
        Assert.Empty(tables.ProblemsOn(new DateOnly(2026, 11, 24)));
        Assert.Contains("ends on 5 April 2027", Assert.Single(tables.ProblemsOn(new DateOnly(2027, 3, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("No table is in force", Assert.Single(tables.ProblemsOn(new DateOnly(2027, 5, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retired_table_can_still_be_read_for_old_estimates() =>
        Assert.NotNull(new RasTables([Approved with { Status = RasStatus.Retired }]).Find("signed"));
}
