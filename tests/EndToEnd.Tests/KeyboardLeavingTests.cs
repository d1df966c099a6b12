using Microsoft.Playwright;
using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

/// <summary>The ways out of a conversation, without the mouse.</summary>
public sealed class KeyboardLeavingTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly string[] Officer = ["officer"];

    [Theory]
    [InlineData("passes it on", "transferred", "a ramp for mum", 4, "Alt+t", "Tab", "Tab", "Enter")]
    [InlineData("promises a call", "call-promised", "a rail for dad", 2, "Alt+r", "Enter")]
    [InlineData("gives it back", "given-back", "a lift for gran", 1, "Alt+b")]
    public async Task An_officer_leaves_a_conversation_by_keyboard_alone(string how, string said, string about, int most, params string[] press)
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync($"Talk to a person, {about}");
        var priya = await chromium.OfficerAsync("Priya Singh", Officer);
        await priya.SeesAsync(about);
        await priya.AcceptAsync(about);
        await priya.Page.Locator("#message:focus").WaitForAsync();
        var keys = new CountedKeys(priya.Page);

        var pressed = await keys.CountAsync(async () =>
        {
            foreach (var key in press)
            {
                await keys.PressAsync(key);
                if (await priya.Page.Locator("textarea[name=text]:focus:not(#message)").CountAsync() == 1)
                {
                    await keys.TypeAsync("They would like to hear on Monday");
                }
            }
        });
        await Assertions.Expect(priya.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"said={said}"));
        Assert.True(pressed == most, $"An officer {how} with {pressed} keys.");
    }
}
