using System.IO.Compression;
using Microsoft.Playwright;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Testing.Browser;

namespace TransformingLives.Channels.Tests.Web;

public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (int Width, PageEmulateMediaOptions Media)[] Dresses =
    [
        (1280, new() { ColorScheme = ColorScheme.Light, Contrast = Contrast.NoPreference, ForcedColors = ForcedColors.None }),
        (390, new() { ColorScheme = ColorScheme.Dark, Contrast = Contrast.NoPreference, ForcedColors = ForcedColors.None }),
        (1280, new() { ColorScheme = ColorScheme.Dark, Contrast = Contrast.More, ForcedColors = ForcedColors.None }),
        (1280, new() { ColorScheme = ColorScheme.Dark, Contrast = Contrast.NoPreference, ForcedColors = ForcedColors.Active }),
    ];

    private const int MostBytes = 100 * 1024;

    [Fact]
    public async Task What_was_being_written_survives_a_reload_and_a_lost_network_and_is_sent_once()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/chat");
        await page.Locator("#message").PressSequentiallyAsync("hot meals in Ely");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("hot meals in Ely");

        await page.Context.SetOfflineAsync(true);
        await page.Locator("#message").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("offline");
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("hot meals in Ely");
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("#log .me")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task All_script_and_style_of_the_page_is_small()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/kiosk");
        var paths = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('script[src],link[rel=stylesheet]')].map(one => one.src || one.href)");
        Assert.True(paths.Length >= 6);

        var total = 0L;
        foreach (var path in paths.Append($"{council.Address}/embed.js"))
        {
            using var packed = new MemoryStream();
            await using (var brotli = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                await brotli.WriteAsync(await council.Http.GetByteArrayAsync(path));
            }

            total += packed.Length;
        }

        Assert.InRange(total, 1_000, MostBytes);
    }

    [Fact]
    public async Task Script_and_style_are_sent_compressed_and_a_persons_words_are_not()
    {
        await using var council = await RunningCouncil.StartAsync();
        foreach (var (path, isCompressed) in new[] { ("/site.css", true), ("/live.js", true), ("/chat", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", "gzip, br");
            using var answer = await council.Http.SendAsync(request);
            Assert.True(isCompressed == (answer.Content.Headers.ContentEncoding.Count > 0), path);
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_in_light_dark_and_strong_contrast()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/chat");
        await SayAsync(page, "hot meals in Ely");
        await FindNothingAsync(page);
        await SayAsync(page, "I can't breathe and my chest is crushing");
        await FindNothingAsync(page);
        foreach (var path in new[] { "/kiosk", "/embed", "/carry-on", "/plan", "/how-budgets-are-worked-out", "/privacy" })
        {
            await page.GotoAsync(council.Address + path);
            await FindNothingAsync(page);
        }
    }

    [Fact]
    public async Task Axe_finds_what_is_planted()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/chat");
        await page.EvaluateAsync("document.querySelector('main p').style.color = '#eee'");

        Assert.Contains("color-contrast", Assert.Single(await page.BrokenRulesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_400_percent_nothing_is_cut_off_and_nothing_stands_in_the_way()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/chat", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 256 } });
        await SayAsync(page, "hot meals in Ely");

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
        Assert.Equal("static", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.say')).position"));
        Assert.Equal("static", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.top')).position"));
    }

    [Fact]
    public async Task A_screen_reader_meets_the_page_in_the_order_in_which_it_is_used()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/chat");
        await SayAsync(page, "hot meals in Ely");

        var read = await page.Locator("body").AriaSnapshotAsync();

        var at = -1;
        foreach (var part in new[] { "Skip to main content", "banner", "Leave this page quickly", "region \"Help now\"", "main", "heading \"Care and support\" [level=1]", "log \"Conversation\"", "You, ", "hot meals in Ely", "Assistant, ", "textbox \"Your message\"", "button \"Send\"", "region \"You can always\"", "contentinfo" })
        {
            var next = read.IndexOf(part, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"'{part}' is missing or too early in:\n{read}");
            at = next;
        }
    }

    [Fact]
    public async Task Leaving_quickly_leaves_nothing_to_see_and_three_presses_of_shift_do_it_too()
    {
        await using var site = await CouncilSite.StartAsync();
        await using var council = await RunningCouncil.StartAsync(settings => settings with { QuickExit = $"{site.Address}/weather" });
        var page = await chromium.OpenAsync($"{council.Address}/chat");
        await SayAsync(page, "my brother hits me");

        // A busy machine may take longer over three presses than a person has: then they are pressed again.
        var left = page.WaitForURLAsync($"{site.Address}/weather");
        for (var times = 0; times < 10 && !left.IsCompleted; times++)
        {
            await Task.WhenAll(page.Keyboard.PressAsync("Shift"), page.Keyboard.PressAsync("Shift"), page.Keyboard.PressAsync("Shift"));
            await Task.WhenAny(left, Task.Delay(TimeSpan.FromSeconds(6)));
        }

        await left;
        await page.GoBackAsync();

        Assert.DoesNotContain("my brother", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_is_the_conversation_and_not_the_box()
    {
        await using var council = await RunningCouncil.StartAsync();
        var page = await chromium.OpenAsync($"{council.Address}/chat");
        await SayAsync(page, "hot meals in Ely");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(page.Locator("#log .m").Last).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#message")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".exit")).ToBeHiddenAsync();
    }

    internal static async Task SayAsync(IPage page, string words)
    {
        var before = await page.Locator("#log").GetAttributeAsync("data-last");
        await page.Locator("#message").FillAsync(words);
        await page.Locator("#message").PressAsync("Enter");
        await page.Locator($"#log:not([data-last=\"{before}\"])").WaitForAsync();
    }

    // The same page in every dress: what it took to get there is walked once.
    private static async Task FindNothingAsync(IPage page)
    {
        foreach (var (width, media) in Dresses)
        {
            await page.SetViewportSizeAsync(width, 860);
            await page.EmulateMediaAsync(media);
            var broken = await page.BrokenRulesAsync();
            Assert.True(broken.Length == 0, $"{page.Url} {width} {media.ColorScheme} {media.Contrast} {media.ForcedColors}: {string.Join('\n', broken)}");
        }
    }
}
