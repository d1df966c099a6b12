using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

public sealed class RestartTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task A_conversation_goes_on_after_the_server_was_killed_in_the_middle_of_a_form()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("my mum has had a fall and can't manage the bath", "Yes please", "Somebody else", "Her garden and her cat");

        await chromium.Bot.KillAndStartAgainAsync();

        // The page was never reloaded: it finds its way back by itself.
        await resident.SayAsync("She bakes for the whole street");
        var said = await resident.ReadAsync();
        Assert.Contains("Her garden and her cat", said, StringComparison.Ordinal);
        Assert.Contains("Who is around", await resident.LastAnswerAsync(), StringComparison.OrdinalIgnoreCase);

        await resident.SayAsync("check my answers");
        Assert.Contains("She bakes for the whole street", await resident.LastAnswerAsync(), StringComparison.Ordinal);
    }
}
