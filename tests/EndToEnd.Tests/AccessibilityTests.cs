using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TransformingLives.EndToEnd.Tests.Testing;
using TransformingLives.Testing.Browser;

namespace TransformingLives.EndToEnd.Tests;

public sealed class AccessibilityTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const int Height = 860;
    private static readonly int[] Widths = [390, 1280];

    [Fact]
    public async Task Axe_finds_nothing_on_the_resident_page_whatever_it_shows()
    {
        var resident = await chromium.ResidentAsync();
        await FindNothingAsync(resident.Page);
        await resident.SayAsync("hot meals in Ely");
        await FindNothingAsync(resident.Page);
        await resident.SayAsync("yes", "Me", "My dog");
        await FindNothingAsync(resident.Page);
        await resident.SayAsync("I can't breathe and my chest is crushing");
        await FindNothingAsync(resident.Page);
        foreach (var path in new[] { "/privacy", "/accessibility" })
        {
            await resident.Page.GotoAsync(chromium.Bot.Address + path);
            await FindNothingAsync(resident.Page);
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_at_the_desk()
    {
        var resident = await chromium.ResidentAsync(script: false);
        await resident.SayAsync(MrJones.FirstWords);
        await resident.AnswerAsync(MrJones.FirstConversation, MrJones.NeedsOfMrsJones, MrJones.ContactDetails);
        var asking = await chromium.ResidentAsync(script: false);
        await asking.SayAsync("I need some help at home", "can I talk to a person please");
        var desk = await chromium.OfficerAsync();
        await FindNothingAsync(desk);
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Accept") }).First.ClickAsync();
        await desk.Locator("#message").FillAsync("/");
        await FindNothingAsync(desk);
        await desk.Locator("#message").FillAsync("");
        await desk.Locator("#find-words").FillAsync("hot meals in Ely");
        await desk.Keyboard.PressAsync("Enter");
        await desk.Locator("#found article").First.WaitForAsync();
        await desk.EvaluateAsync("document.querySelectorAll('main details:not([name])').forEach(detail => detail.open = true)");
        await FindNothingAsync(desk);
        await desk.GotoAsync(chromium.Bot.Address + "/desk/referrals");
        await desk.ReloadUntilAsync("a[href^='/desk/referrals/']");
        await FindNothingAsync(desk);
        await desk.Locator("a[href^='/desk/referrals/']").First.ClickAsync();
        await FindNothingAsync(desk);
        foreach (var path in new[] { "/desk/audit", "/desk/audit?check=1", "/desk/status", "/desk/sessions", "/desk/sessions/everybody", "/desk/switches", "/desk/unanswered", "/desk/figures", "/desk/calibration", "/desk/returns", "/desk/appointments", "/desk/floor", "/desk/reviews", "/desk/content", "/desk/content/edit?file=guides/meals.md" })
        {
            await desk.GotoAsync(chromium.Bot.Address + path);
            await FindNothingAsync(desk);
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_where_an_administrator_turns_it_off_nor_on_what_residents_see_then()
    {
        var desk = await chromium.OfficerAsync();
        await desk.GotoAsync(chromium.Bot.Address + "/desk/switches");
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Turn it off" }).ClickAsync();
        await FindNothingAsync(desk);
        await desk.Locator("#what").SelectOptionAsync("assistant");
        await desk.Locator("#message").FillAsync("Our lines are being mended.");
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Turn it off" }).ClickAsync();
        await FindNothingAsync(desk);
        var resident = await chromium.ResidentAsync();
        await Assertions.Expect(resident.Page.Locator("main")).ToContainTextAsync("Our lines are being mended.");
        await FindNothingAsync(resident.Page);

        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Turn on") }).ClickAsync();
        await resident.Page.ReloadAsync();
        await Assertions.Expect(resident.Page.Locator("#message")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_plans_the_estimate_and_how_budgets_are_worked_out_pass_axe_and_print_on_A4()
    {
        var jones = await chromium.ResidentAsync(script: false);
        await jones.SayAsync(MrJones.FirstWords);
        await jones.AnswerAsync(MrJones.FirstConversation, MrJones.NeedsOfMrsJones);
        Assert.Contains("£285.00 a week", await jones.LastAnswerAsync(), StringComparison.Ordinal);
        var page = await chromium.WithScriptAsync(jones.Page);
        await FindNothingAsync(page);
        await page.PrintsAsync(mostSheets: 14);

        await jones.AnswerAsync(MrJones.ContactDetails, MrJones.SupportPlan, MrJones.ContingencyPlan);
        foreach (var (path, words, sheets) in new[]
        {
            ("/plan", "£156.00 left", 5),
            ("/contingency", "First to ask", 2),
            ("/how-budgets-are-worked-out", "£620.00", 14),
        })
        {
            await page.GotoAsync(chromium.Bot.Address + path);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
            await FindNothingAsync(page);
            await page.PrintsAsync(sheets);
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Nothing_is_wider_than_a_telephone(int width)
    {
        var resident = await chromium.ResidentAsync(width: width);
        await resident.SayAsync("hot meals in Ely", "yes");
        Assert.True(await resident.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    [Fact]
    public async Task A_keyboard_alone_is_enough_and_the_focus_stays_in_the_box()
    {
        var resident = await chromium.ResidentAsync();
        var page = resident.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("Skip to main content", await page.EvaluateAsync<string>("document.activeElement.textContent"), StringComparison.Ordinal);
        for (var presses = 0; presses < 20 && await page.EvaluateAsync<string>("document.activeElement.id") != "message"; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.TypeAsync("blue badge for my dad");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#log")).ToContainTextAsync("Blue Badge");
        Assert.Equal("message", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("", await page.Locator("#message").InputValueAsync());
    }

    // The same page on a laptop and on a telephone: what it took to get there is walked once.
    private static async Task FindNothingAsync(IPage page)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, Height);
            var broken = await page.BrokenRulesAsync();
            Assert.True(broken.Length == 0, $"{page.Url} at {width} pixels: {string.Join('\n', broken)}");
        }
    }
}
