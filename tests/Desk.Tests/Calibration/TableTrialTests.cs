using System.Net;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Calibration;

/// <summary>A manager tries a table of budgets, from the page to the figures and the suggested table.</summary>
public sealed class TableTrialTests(OneCouncil one) : IClassFixture<OneCouncil>
{
    private const string Head = "id,age_group,need,area,D01,D02,D03,D04,D05,D06,D07,D08,D09,D10,D11,D12,now\n";
    private const string MrsJones = "1,65 to 84,Memory and thinking,South,3,3,2,3,2,3,2,0,3,3,3,0,200.00\n";
    private const string ManWithMs = "2,18 to 64,Physical,City,4,4,4,4,4,3,3,3,4,4,4,0,700.00\n";

    [Fact]
    public async Task What_cannot_be_tried_is_named_with_its_line_and_nothing_is_begun()
    {
        using var manager = await OfficerBrowser.SignInAsync(one.Council, "Mo Ali", DeskRole.Manager);

        var nothing = await ReadAsync(manager.UploadAsync("/desk/calibration", "cases", "none.csv", "", ("table", "no-such"), ("budget", "plenty"), ("contingency", "90")));
        var wrong = await ReadAsync(manager.UploadAsync("/desk/calibration", "cases", "own.csv", Head + MrsJones.Replace(",3,3,2,", ",9,3,2,", StringComparison.Ordinal), ("table", "tl-ras-v1"), ("budget", "£10,000"), ("contingency", "10")));

        Assert.Contains("Choose a table.", nothing, StringComparison.Ordinal);
        Assert.Contains("Write the cash limit", nothing, StringComparison.Ordinal);
        Assert.Contains("from 0 to 50", nothing, StringComparison.Ordinal);
        Assert.Contains("Line 2, D01: '9' should be a level from 0 to 4.", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"£10,000\"", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_spend_the_limit_who_gains_and_who_loses_are_there_to_the_penny()
    {
        using var manager = await OfficerBrowser.SignInAsync(one.Council, "Mo Ali", DeskRole.Manager);

        // 285.00 and 620.00 a week are 905.00; 52 weeks are 47,060.00. They have 900.00 now.
        var page = await TryAsync(manager, Head + MrsJones + ManWithMs, "50000");

        Assert.Contains("£47,060.00 (now £46,800.00)", page, StringComparison.Ordinal);
        Assert.Contains("£50,000.00: £2,940.00 left", page, StringComparison.Ordinal);
        Assert.Contains("£45,000.00: <strong>£2,060.00 over</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Need: Memory and thinking</th><td class=\"govuk-table__cell--numeric\">1</td><td class=\"govuk-table__cell--numeric\">£200.00</td><td class=\"govuk-table__cell--numeric\">£285.00</td><td class=\"govuk-table__cell--numeric\">+£85.00", page, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-label=\"Pounds a week by points\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_suggested_table_meets_the_limit_keeps_the_top_and_is_for_testing_only()
    {
        using var manager = await OfficerBrowser.SignInAsync(one.Council, "Mo Ali", DeskRole.Manager);
        var page = await TryAsync(manager, Head + MrsJones + ManWithMs, "50000");
        var link = page.Split("href=\"").Single(part => part.Contains("suggested.yaml\"", StringComparison.Ordinal)).Split('"')[0];

        var (table, problems) = RasTableLoader.Load("suggested.yaml", await manager.ReadAsync(link));

        Assert.DoesNotContain(problems, problem => problem.IsError);
        Assert.Equal((RasStatus.Test, 620.00m), (table!.Status, table.Knots[^1].Weekly));
        Assert.True(table.Knots.Zip(table.Knots.Skip(1)).All(pair => pair.First.Weekly <= pair.Second.Weekly));
        var prices = new RasPriceTable(table);
        Assert.InRange((prices.Weekly(60) + prices.Weekly(100)) * 52, 0, 45_000m);
    }

    [Fact]
    public async Task Invented_cases_are_tried_by_the_thousand()
    {
        using var manager = await OfficerBrowser.SignInAsync(one.Council, "Mo Ali", DeskRole.Manager);
        using var begun = await manager.PostAsync("/desk/calibration", ("table", "tl-ras-v1"), ("budget", "150000000"), ("contingency", "10"), ("from", "invented"));

        Assert.Contains("20,000 invented cases", await DoneAsync(manager, begun), StringComparison.Ordinal);
    }

    private static async Task<string> TryAsync(OfficerBrowser manager, string cases, string budget)
    {
        using var begun = await manager.UploadAsync("/desk/calibration", "cases", "own.csv", cases, ("table", "tl-ras-v1"), ("budget", budget), ("contingency", "10"), ("from", "file"));
        return await DoneAsync(manager, begun);
    }

    // The page itself says when it is done, as it does to a manager.
    private static async Task<string> DoneAsync(OfficerBrowser manager, HttpResponseMessage begun)
    {
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var address = begun.Headers.Location!.ToString();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await manager.ReadAsync(address + "/progress") != "done")
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return WebUtility.HtmlDecode(await manager.ReadAsync(address));
    }

    private static async Task<string> ReadAsync(Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
