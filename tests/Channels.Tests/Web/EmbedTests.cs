using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Web;

public sealed class EmbedTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task One_line_on_a_page_with_a_strict_policy_opens_the_conversation_and_escape_shuts_it()
    {
        await using var site = await OtherSite.StartAsync();
        await using var council = await RunningCouncil.StartAsync(settings => settings with { EmbedOn = [site.Address] });
        site.Home = council.Address;
        var page = await chromium.OpenAsync("about:blank");
        var complaints = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                complaints.Add(said.Text);
            }
        };
        await page.GotoAsync(site.Address);

        var button = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask about care and support" });
        await button.ClickAsync();
        var frame = page.FrameLocator("#transforming-lives iframe");
        await frame.Locator("#message").FillAsync("hot meals in Ely");
        await frame.Locator("#message").PressAsync("Enter");
        await Assertions.Expect(frame.Locator("#log .me")).ToHaveCountAsync(1);
        await Assertions.Expect(frame.Locator("#log")).ToContainTextAsync("meal");

        await frame.Locator("#message").PressAsync("Escape");
        await Assertions.Expect(page.Locator("#transforming-lives iframe")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_site_that_the_council_does_not_name_shows_nothing_of_it()
    {
        await using var site = await OtherSite.StartAsync();
        await using var council = await RunningCouncil.StartAsync();
        site.Home = council.Address;
        var page = await chromium.OpenAsync(site.Address);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask about care and support" }).ClickAsync();

        await Assertions.Expect(page.FrameLocator("#transforming-lives iframe").Locator("#message")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Only_the_page_for_frames_may_be_in_one()
    {
        await using var council = await RunningCouncil.StartAsync(settings => settings with { EmbedOn = ["https://www.example.gov.uk"] });

        Assert.Contains("frame-ancestors 'self' https://www.example.gov.uk", await PolicyAsync(council, "/embed"), StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/chat", "/kiosk", "/plan", "/carry-on", "/privacy" })
        {
            Assert.EndsWith("frame-ancestors 'none'", await PolicyAsync(council, path), StringComparison.Ordinal);
        }
    }

    private static async Task<string> PolicyAsync(RunningCouncil council, string path)
    {
        using var answer = await council.Http.GetAsync(path);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }

    /// <summary>A council's own page: a policy that lets nothing run but what it names.</summary>
    private sealed class OtherSite(WebApplication app) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public string Home { get; set; } = "";

        public static async Task<OtherSite> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            var app = builder.Build();
            var site = new OtherSite(app);
            app.MapGet("/", (HttpContext http) =>
            {
                http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {site.Home}; frame-src {site.Home}; img-src data:";
                return Results.Content($"<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>Council</title><h1>Council</h1><script src=\"{site.Home}/embed.js\" async></script>", "text/html; charset=utf-8");
            });
            await app.StartAsync();
            return site;
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
