using Microsoft.Playwright;
using TransformingLives.Bot.Records;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Testing.Browser;

namespace TransformingLives.Channels.Tests.Web;

public sealed class PrivacyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_privacy_notice_is_a_step_from_the_page_works_without_a_script_and_everybody_can_read_it(int width)
    {
        await using var council = await RunningCouncil.StartAsync();
        var withoutScript = await chromium.OpenAsync($"{council.Address}/chat", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, JavaScriptEnabled = false });
        await withoutScript.GetByRole(AriaRole.Link, new() { Name = "What we keep, and why" }).ClickAsync();

        await Assertions.Expect(withoutScript.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What we keep, and why");
        foreach (var words in new[] { "A computer program answers you first", "a person decides", "1 year after the last word", "8 years", "You can ask us, and it is free", "ico.org.uk" })
        {
            await Assertions.Expect(withoutScript.Locator("main")).ToContainTextAsync(words);
        }

        var page = await chromium.OpenAsync($"{council.Address}/privacy", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        Assert.Empty(await page.BrokenRulesAsync());
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    [Fact]
    public async Task Every_table_of_the_database_stands_in_the_record_of_what_is_kept_and_no_other_does()
    {
        await using var council = await RunningCouncil.StartAsync(("LanguageModel:Endpoint", "http://127.0.0.1:9/v1"), ("LanguageModel:Model", "none"));

        var tables = await council.Service<StorageConnections>().QueryAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'schema_%'", row => row.GetString(0), CancellationToken.None);

        Assert.Equal(tables.Order(StringComparer.Ordinal), KeptRecord.All.SelectMany(record => record.Where).Where(where => !where.EndsWith('/')).Order(StringComparer.Ordinal));
    }
}
