using Microsoft.Playwright;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>One browser and one running program for all stories of a class.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const float Patience = 90_000;
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string? signedIn;

    internal RunningBot Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // A browser on a busy machine is slow; how quick the pages are is measured by Benchmarks.
        Assertions.SetDefaultExpectTimeout(Patience);
        Bot = await RunningBot.StartAsync();
        playwright = await Playwright.CreateAsync();
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Chromium is missing: run tests/run, which installs it, or set CHROMIUM to its path.");
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Bot.DisposeAsync();
    }

    /// <summary>A resident with a browser of their own, on the page.</summary>
    internal async Task<Resident> ResidentAsync(bool script = true, int width = 1280)
    {
        var context = await ContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = script, ViewportSize = new ViewportSize { Width = width, Height = 860 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{Bot.Address}/chat");
        return new Resident(page, script);
    }

    /// <summary>The same person on the same page with script, which axe needs.</summary>
    internal async Task<IPage> WithScriptAsync(IPage page)
    {
        var same = await (await ContextAsync(new BrowserNewContextOptions { StorageState = await page.Context.StorageStateAsync() })).NewPageAsync();
        await same.GotoAsync(page.Url);
        return same;
    }

    /// <summary>An officer with a browser of their own, at the queue.</summary>
    internal async Task<OfficerPage> OfficerAsync(string name, string[] roles, int width = 1280, bool script = true)
    {
        var page = await OfficerAsync(width);
        await page.EvaluateAsync(
            """
            async ({ name, roles }) => {
              const body = new URLSearchParams(new FormData(document.querySelector('form.me')));
              body.set('name', name);
              roles.forEach(role => body.append('role', role));
              await fetch('/desk/sign-in/as', { method: 'POST', body });
            }
            """,
            new { name, roles });
        if (!script)
        {
            var state = await page.Context.StorageStateAsync();
            page = await (await ContextAsync(new BrowserNewContextOptions { StorageState = state, JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = width, Height = 860 } })).NewPageAsync();
        }

        await page.GotoAsync($"{Bot.Address}/desk");
        return new OfficerPage(page, Bot.Address);
    }

    /// <summary>A browser page at the desk. The link works once, so the first to come signs in for all.</summary>
    internal async Task<IPage> OfficerAsync(int width = 1280)
    {
        signedIn ??= await SignInAsync();
        var page = await (await ContextAsync(new BrowserNewContextOptions { StorageState = signedIn, ViewportSize = new ViewportSize { Width = width, Height = 860 } })).NewPageAsync();
        await page.GotoAsync($"{Bot.Address}/desk");
        return page;
    }

    private async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    private async Task<string> SignInAsync()
    {
        var context = await ContextAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        await page.GotoAsync(Bot.SignIn);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        return await context.StorageStateAsync();
    }
}
