using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Tests.Channels;

public sealed class HowBudgetsPageTests
{
    [Fact]
    public async Task The_page_has_every_answer_with_its_points_and_every_price()
    {
        var around = await TestCouncil.RealContent.Value;
        var table = around.RasTables.All[0];
        var html = Html(around, table);

        Assert.All(table.Areas.SelectMany(area => area.Levels), level => Assert.Contains($"{level.Text}</td><td class=\"number\">{level.Points}<", html, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, 101), points => Assert.Contains($"<th scope=\"row\">{points}</th><td class=\"number\">£{EstimateBudget.WeeklyFor(table, points):0.00}<", html, StringComparison.Ordinal));
        Assert.All(table.HoldingOptions, option => Assert.Contains(option.Title, html, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unapproved_table_is_called_a_test()
    {
        var around = await TestCouncil.RealContent.Value;
        var table = around.RasTables.All[0];

        Assert.Contains("It is a test.", Html(around, table), StringComparison.Ordinal);
        Assert.Contains("approved by Adults Committee on 12 March 2026", Html(around, table with { Status = RasStatus.Approved, ApprovedBy = "Adults Committee", ApprovedOn = new DateOnly(2026, 3, 12) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_table_in_force_the_page_shows_no_figures()
    {
        var around = await TestCouncil.RealContent.Value;

        var html = Html(around, null);

        Assert.Contains("no table in force today", html, StringComparison.Ordinal);
        Assert.DoesNotContain("£", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_nobody_verified_is_marked_on_the_page()
    {
        var around = await TestCouncil.RealContent.Value;

        var html = Html(around, around.RasTables.All[0]);

        Assert.Contains("£241.45", html, StringComparison.Ordinal);
        Assert.Contains("£120.40 (to be confirmed)", html, StringComparison.Ordinal);
    }

    private static string Html(Bot.Turns.Surroundings around, RasTable? table) =>
        System.Net.WebUtility.HtmlDecode(HowBudgetsPage.Render(around.Content.Council, around.Pages.Find(PublicPage.HowBudgets), table, table is null ? null : around.Charging.InForce(new DateOnly(2026, 11, 24))));
}
