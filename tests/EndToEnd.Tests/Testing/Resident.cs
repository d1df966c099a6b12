using Microsoft.Playwright;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>Somebody at the resident page: types, presses Enter, presses a button, reads.</summary>
internal sealed class Resident(IPage page, bool script)
{
    private const int MostTurns = 50;

    public IPage Page => page;

    /// <summary>Types a message and sends it as people do: with Enter, or with the button where there is no script.</summary>
    public async Task SayAsync(params string[] messages)
    {
        foreach (var text in messages)
        {
            await page.Locator("#message").FillAsync(text);
            await AfterAnswerAsync(() => script ? page.Keyboard.PressAsync("Enter") : page.Locator(".send").ClickAsync());
        }
    }

    /// <summary>Answers what is asked, in whatever order it comes, by some words of the question, until something is asked that has no answer here.</summary>
    public async Task AnswerAsync(params IReadOnlyDictionary<string, string>[] answers)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var asked = await page.Locator("#log .m").Last.InnerTextAsync();
            if (answers.SelectMany(all => all).FirstOrDefault(pair => asked.Contains(pair.Key, StringComparison.Ordinal)).Value is not { } words)
            {
                return;
            }

            await SayAsync(words);
        }

        throw new Xunit.Sdk.XunitException("The conversation goes round.");
    }

    /// <summary>Presses a button under the last reply.</summary>
    public Task PressAsync(string label) => AfterAnswerAsync(() => page.Locator("#chips button", new PageLocatorOptions { HasTextString = label }).First.ClickAsync());

    /// <summary>Unfolds everything that can be unfolded.</summary>
    public Task UnfoldAsync() => page.EvaluateAsync("document.querySelectorAll('#log details').forEach(detail => detail.open = true)");

    /// <summary>All that was said, by both.</summary>
    public Task<string> ReadAsync() => page.Locator("#log").InnerTextAsync();

    /// <summary>What the assistant said, without the names of its sources: an organisation is called what it is called.</summary>
    public Task<string> ReadAssistantAsync() => page.EvaluateAsync<string>("""
        () => {
          const log = document.getElementById('log').cloneNode(true);
          log.querySelectorAll('.me, .src').forEach(part => part.remove());
          return log.textContent;
        }
        """);

    /// <summary>What the assistant said since the resident's last words.</summary>
    public async Task<string> LastAnswerAsync()
    {
        var all = page.Locator("#log .m");
        var said = new List<string>();
        for (var at = await all.CountAsync() - 1; at >= 0; at--)
        {
            if ((await all.Nth(at).GetAttributeAsync("class"))!.Contains("me", StringComparison.Ordinal))
            {
                break;
            }

            said.Insert(0, await all.Nth(at).InnerTextAsync());
        }

        return string.Join('\n', said);
    }

    private async Task AfterAnswerAsync(Func<Task> act)
    {
        var before = await page.Locator("#log").GetAttributeAsync("data-last");
        await act();
        await page.Locator($"#log:not([data-last=\"{before}\"])").WaitForAsync();
    }
}
