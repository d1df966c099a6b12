using Microsoft.Playwright;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

/// <summary>Microsoft's Web Chat in a browser, on the page of another site.</summary>
public sealed class WebChatTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Somebody_talks_presses_a_button_sees_cards_and_sources_and_comes_back_to_all_of_it()
    {
        await using var site = await CouncilSite.StartAsync();
        await using var council = await RunningCouncil.StartAsync(("DirectLine:Secret", DirectLineCalls.Secret), ("DirectLine:AllowedOrigins:0", site.Address));
        var (_, made) = await new DirectLineCalls(council).CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineCalls.Secret, """{"user":{"id":"dl_ada"}}""");
        var address = $"{site.Address}/?domain={council.Address}/v3/directline&token={made["token"]}";
        var page = await chromium.OpenAsync(address);

        await Assertions.Expect(page.GetByText("I can help you find care and support").First).ToBeVisibleAsync();
        await page.Locator(".webchat__suggested-action", new PageLocatorOptions { HasTextString = "Paying for care" }).ClickAsync();
        await Assertions.Expect(page.GetByText("What will I have to pay for care?").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".webchat__link-definitions").First).ToBeVisibleAsync();

        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync("hot meals in Ely");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ac-adaptiveCard").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByText("Send failed").CountAsync());
        Assert.Equal(0, await page.Locator(".webchat__error-box").CountAsync());
        var said = await page.Locator(".webchat__bubble").CountAsync();

        // A page that is loaded again asks for its conversation: all of it comes back, and whose words were whose.
        var again = await chromium.OpenAsync($"{address}&conversation={made["conversationId"]}");
        await Assertions.Expect(again.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(2);
        await Assertions.Expect(again.Locator(".ac-adaptiveCard").First).ToBeVisibleAsync();
        await Assertions.Expect(again.Locator(".webchat__bubble").Nth(said - 1)).ToBeVisibleAsync();
    }
}
