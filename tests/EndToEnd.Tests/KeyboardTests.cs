using Microsoft.Playwright;
using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

/// <summary>An officer's commonest tasks, from the queue to the wrap-up, without ever touching the mouse.</summary>
public sealed class KeyboardTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly string[] Officer = ["officer"];

    [Fact]
    public async Task An_officer_works_by_keyboard_alone_and_with_few_keys()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("Talk to a person, a rail");
        var priya = await chromium.OfficerAsync("Priya Singh", Officer);
        await priya.SeesAsync("a rail");
        var keys = new CountedKeys(priya.Page);

        Assert.Equal(1, await keys.CountAsync(async () =>
        {
            await keys.PressAsync("Alt+a");
            await priya.Page.Locator("#message").WaitForAsync();
        }));
        Assert.Equal(1, await keys.CountAsync(async () => await SayAsync(keys, "Good morning, which stairs are they?")));
        await priya.HearsAsync("which stairs are they?");
        Assert.Equal(2, await keys.CountAsync(async () =>
        {
            await keys.TypeAsync("/sorry wait");
            await keys.PressAsync("Enter");
            await keys.PressAsync("Enter");
        }));
        await priya.HearsAsync("I'm sorry that you had to wait.");
        Assert.Equal(5, await keys.CountAsync(async () => await SendAnswerAsync(keys, priya, "hot meals in Ely")));
        await Assertions.Expect(resident.Page.Locator("#log .m").Last).ToContainTextAsync("Priya Singh, council officer");
        Assert.Equal(1, await keys.CountAsync(async () =>
        {
            await keys.TypeAsync("Rail for the front steps");
            await keys.PressAsync("Alt+w");
        }));
        await Assertions.Expect(priya.Page.Locator("#log .note").Last).ToContainTextAsync("Rail for the front steps");
        Assert.Equal(4, await keys.CountAsync(async () => await keys.PressAsync("Alt+u", "Tab", "Tab", "Enter")));
        await Assertions.Expect(priya.Page.Locator(".said")).ToContainTextAsync("Wrapped up");
    }

    private static async Task SayAsync(CountedKeys keys, string words)
    {
        await keys.TypeAsync(words);
        await keys.PressAsync("Enter");
    }

    // From the box to the search, to the first thing found, and sent.
    private static async Task SendAnswerAsync(CountedKeys keys, OfficerPage officer, string words)
    {
        await keys.PressAsync("Control+k");
        await SayAsync(keys, words);
        await officer.Page.Locator("#found article").First.WaitForAsync();
        await officer.Page.EvaluateAsync("document.body.dataset.old = 1");
        await keys.PressAsync("Tab", "Tab", "Enter");

        // The page comes anew, with the box ready to be written in.
        await officer.Page.Locator("body:not([data-old]) #message:focus").WaitForAsync();
    }
}
