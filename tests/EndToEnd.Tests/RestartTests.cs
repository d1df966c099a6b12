using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

public sealed class RestartTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task A_conversation_goes_on_after_the_server_was_killed_in_the_middle_of_a_form()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("my mum has had a fall and can't manage the bath", "Ely", "yes she knows", "Her garden and her cat");

        await chromium.Bot.KillAndStartAgainAsync();

        // The page was never reloaded: it finds its way back by itself.
        await resident.SayAsync("My brother and the neighbour");
        var said = await resident.ReadAsync();
        Assert.Contains("Her garden and her cat", said, StringComparison.Ordinal);
        Assert.Contains("live alone", await resident.LastAnswerAsync(), StringComparison.OrdinalIgnoreCase);

        await resident.SayAsync("check my answers");
        Assert.Contains("My brother and the neighbour", await resident.LastAnswerAsync(), StringComparison.Ordinal);
    }
}
