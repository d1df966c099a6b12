using Microsoft.Playwright;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Web;

public sealed class KioskTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task When_somebody_walks_away_the_page_warns_and_then_forgets_them()
    {
        await using var council = await RunningCouncil.StartAsync(settings => settings with { KioskSeconds = 4, KioskGraceSeconds = 4 });
        var page = await chromium.OpenAsync($"{council.Address}/kiosk");
        await PageTests.SayAsync(page, "my brother steals my money");
        await page.Locator("#message").FillAsync("and he is");

        await Assertions.Expect(page.Locator("#still-there")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#here")).ToBeFocusedAsync();
        await page.Locator("#here").ClickAsync();
        await Assertions.Expect(page.Locator("#still-there")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#log")).ToContainTextAsync("my brother");

        await Assertions.Expect(page.Locator("#log .me")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("");
        Assert.EndsWith("/kiosk", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name == "tl-conversation");
        await page.GoBackAsync(new PageGoBackOptions { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("my brother");
    }

    [Fact]
    public async Task Without_a_script_the_page_clears_itself_too_and_there_is_a_button_for_it()
    {
        await using var council = await RunningCouncil.StartAsync(settings => settings with { KioskSeconds = 2, KioskGraceSeconds = 2 });
        var page = await chromium.OpenAsync($"{council.Address}/kiosk", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.Locator("#message").FillAsync("my brother steals my money");
        await page.Locator(".send").First.ClickAsync();
        Assert.Contains("/kiosk", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Finish and clear", Exact = true })).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator("#log .me")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_kiosk_stays_one_on_every_page_and_those_clear_themselves_too()
    {
        await using var council = await RunningCouncil.StartAsync(settings => settings with { KioskSeconds = 40, KioskGraceSeconds = 20 });
        var page = await chromium.OpenAsync($"{council.Address}/kiosk");

        var plan = await page.GotoAsync($"{council.Address}/plan");
        Assert.Equal("120; url=/kiosk/clear", plan!.Headers["refresh"]);
        await page.GotoAsync($"{council.Address}/chat");

        Assert.EndsWith("/kiosk", page.Url, StringComparison.Ordinal);
    }
}
