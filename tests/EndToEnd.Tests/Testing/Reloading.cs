using Microsoft.Playwright;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>Pages that show what a background delivery brings.</summary>
internal static class Reloading
{
    private const int Times = 40;

    /// <summary>Loads the page again until it shows something, as an officer does.</summary>
    public static async Task ReloadUntilAsync(this IPage page, string selector)
    {
        for (var time = 0; time < Times && await page.Locator(selector).CountAsync() == 0; time++)
        {
            await page.ReloadAsync();
            await page.WaitForTimeoutAsync(250);
        }

        await Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync();
    }
}
