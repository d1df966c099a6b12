using Microsoft.Playwright;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>Somebody at the desk: sees the queue, accepts, writes, whispers, gives back; with the mouse or by keyboard alone.</summary>
internal sealed class OfficerPage(IPage page, string address)
{
    public IPage Page => page;

    /// <summary>Waits until the queue shows these words; as live as it is, without loading again.</summary>
    public Task SeesAsync(string words) =>
        page.Locator("#queue li", new PageLocatorOptions { HasTextString = words }).First.WaitForAsync();

    /// <summary>Presses Accept beside these words, and is in the conversation.</summary>
    public async Task AcceptAsync(string words)
    {
        await page.Locator("#queue li", new PageLocatorOptions { HasTextString = words }).First.GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("#log").WaitForAsync();
    }

    /// <summary>Opens the conversation of these words without taking it.</summary>
    public async Task OpenAsync(string words)
    {
        await page.Locator("#queue li", new PageLocatorOptions { HasTextString = words }).First.GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator("#log").WaitForAsync();
    }

    /// <summary>Writes to the resident.</summary>
    public async Task SayAsync(string words)
    {
        await page.Locator("#message").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await HearsAsync(words);
    }

    /// <summary>Keeps a note that the resident never sees.</summary>
    public async Task WhisperAsync(string words)
    {
        await page.Locator("#message").FillAsync(words);
        await page.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(page.Locator("#log .note").Last).ToContainTextAsync(words);
    }

    /// <summary>Waits until the conversation shows these words.</summary>
    public Task HearsAsync(string words) => Assertions.Expect(page.Locator("#log")).ToContainTextAsync(words);

    /// <summary>Gives the conversation back to the assistant.</summary>
    public async Task GiveBackAsync()
    {
        await page.Keyboard.PressAsync("Alt+b");
        await Assertions.Expect(page).ToHaveURLAsync($"{address}/desk/queue?said=given-back");
    }

    /// <summary>The queue.</summary>
    public Task QueueAsync() => page.GotoAsync($"{address}/desk/queue");
}
