using Microsoft.Playwright;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>A keyboard that counts. Letters of a message are not counted: they are written whatever the program is like.</summary>
internal sealed class CountedKeys(IPage page)
{
    private int pressed;

    public async Task<int> CountAsync(Func<Task> task)
    {
        pressed = 0;
        await task();
        return pressed;
    }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            pressed++;
            await page.Keyboard.PressAsync(key);
        }
    }

    public Task TypeAsync(string words) => page.Keyboard.TypeAsync(words);
}
