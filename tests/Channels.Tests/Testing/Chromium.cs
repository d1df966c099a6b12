using Microsoft.Playwright;

namespace TransformingLives.Channels.Tests.Testing;

/// <summary>A real browser without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float Patience = 90_000;
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        // A browser on a busy machine is slow; a test that waits is not a test that hopes.
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Chromium is missing: run tests/run, which installs it, or set CHROMIUM to its path.");
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    internal Task<IPage> OpenAsync(string address) => OpenAsync(address, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 800, Height = 900 } });

    internal async Task<IPage> OpenAsync(string address, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
