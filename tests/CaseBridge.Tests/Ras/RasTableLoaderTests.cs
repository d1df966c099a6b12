using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

public sealed class RasTableLoaderTests
{
    [Fact]
    public void The_shipped_table_is_valid_and_says_that_nobody_approved_it()
    {
        var (table, problems) = RasTableLoader.Load("ras/tl-ras-v1.yaml", ShippedTable.Text);
        Assert.NotNull(table);
        Assert.Equal(100, table.MaxPoints);
        Assert.Equal(("status", false), (Assert.Single(problems).Field, problems[0].IsError));
    }

    [Theory]
    [InlineData("status: test ", "status: tested ", "status")]
    [InlineData("status: test ", "status: approved ", "approved_by")]
    [InlineData("approved_by: null ", "approved_by: Adults Committee ", "status")]
    [InlineData("approved_on: null ", "approved_on: 2026-03-12 ", "status")]
    [InlineData("panel_from: 400.00", "panel_from: lots", "panel_from")]
    [InlineData("id: someone_else", "id: direct_payment", "holding_options")]
    [InlineData("can_buy_council_services: true", "can_buy_council_services: maybe", "can_buy_council_services")]
    [InlineData("applies_to: 2027-04-05", "applies_to: 2025-04-05", "applies_to")]
    [InlineData("applies_to: 2027-04-05", "applies_to: 5 April", "applies_to")]
    [InlineData("id: tl-ras-v1", "name: tl-ras-v1", "id")]
    [InlineData("cost_individually_from: 90", "cost_individually_from: ninety", "cost_individually_from")]
    [InlineData("{ points: 12, text: \"I need someone with me for every meal", "{ points: 13, text: \"I need someone with me for every meal", "areas")]
    [InlineData("{ points: 9, text: \"I need someone to help with meals", "{ points: 1, text: \"I need someone to help with meals", "areas")]
    [InlineData("{ points: 0, text: \"I plan", "{ points: 1, text: \"I plan", "areas")]
    [InlineData("code: D02", "code: D01", "areas")]
    [InlineData("cost_individually_from_level: 2", "cost_individually_from_level: 7", "areas")]
    [InlineData("weekly: 620.00", "weekly: 520.00", "knots")]
    [InlineData("weekly: 620.00", "weekly: 620.005", "knots")]
    [InlineData("weekly: 620.00", "weekly: -620.00", "weekly")]
    [InlineData("points: 100, weekly", "points: 99, weekly", "knots")]
    [InlineData("points: 20, weekly", "points: 10, weekly", "knots")]
    public void A_fault_is_told_with_file_line_and_field(string right, string wrong, string field)
    {
        Assert.Contains(right, ShippedTable.Text, StringComparison.Ordinal);
        var (table, problems) = RasTableLoader.Load("ras/x.yaml", ShippedTable.Text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(table);
        var error = problems.First(problem => problem.IsError);
        Assert.Equal(("ras/x.yaml", field), (error.File, error.Field));
        Assert.True(error.Line > 0);
    }

    [Fact]
    public void A_fault_in_one_area_is_told_at_that_area()
    {
        var text = ShippedTable.Text.Replace("{ points: 0, text: \"I dress myself", "{ points: 1, text: \"I dress myself", StringComparison.Ordinal);
        var line = text[..text.IndexOf("code: D04", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        Assert.Equal(line, RasTableLoader.Load("ras/x.yaml", text).Problems.First(problem => problem.IsError).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("id: [")]
    [InlineData("id: a\nid: b")]
    [InlineData("id: a\nversion: 1\nstatus: test\napplies_from: 2026-04-06\napplies_to: 2027-04-05\ncost_individually_from: 90\npanel_from: 400\nholding_options: []\nareas: []\nknots: []")]
    [InlineData("id: a\nversion: 1\nstatus: test\napplies_from: 2026-04-06\napplies_to: 2027-04-05\ncost_individually_from: 90\npanel_from: 400\nholding_options: []\nareas: [{ code: D01, title: A, outcomes: a, levels: [] }]\nknots: []")]
    public void Broken_text_is_a_problem_and_not_a_crash(string text)
    {
        var (table, problems) = RasTableLoader.Load("ras/x.yaml", text);
        Assert.Null(table);
        Assert.Contains(problems, problem => problem.IsError);
    }
}
