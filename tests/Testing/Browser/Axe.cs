using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TransformingLives.Testing.Browser;

/// <summary>
/// Deque's axe on a page. Its rules run in the page itself: the driver that comes with it opens a second page for each run, which takes ten times as long.
/// </summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>What breaks a rule on the page as it is shown now: for each rule its id, what it asks for and the first element that breaks it.</summary>
    public static async Task<string[]> BrokenRulesAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
        {
            await page.EvaluateAsync(Script.Value);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
              .map(broken => `${broken.id}: ${broken.help}: ${broken.nodes.map(node => node.html)[0]}`)
            """);
    }
}
