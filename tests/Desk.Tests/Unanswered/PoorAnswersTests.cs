using AngleSharp.Html.Parser;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Unanswered;

/// <summary>A resident says that an answer did not help, and an author gets from there to the guide.</summary>
public sealed class PoorAnswersTests
{
    [Fact]
    public async Task A_thumbs_down_leads_the_author_to_the_guide_without_personal_details()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri(council.Address), Timeout = TimeSpan.FromMinutes(5) };
        var token = await TokenAsync(browser);
        using var asked = await browser.PostAsync(new Uri("/chat", UriKind.Relative), new FormUrlEncodedContent([token, new("text", "How do I get a blue badge for Mary Smith"), new("key", ConversationId.New())]));
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)));
        var no = page.QuerySelectorAll("button[form=helpful]")[^1].GetAttribute("value")!;

        using var voted = await browser.PostAsync(new Uri("/chat/helpful", UriKind.Relative), new FormUrlEncodedContent([token, new("vote", no)]));
        using var madeUp = await browser.PostAsync(new Uri("/chat/helpful", UriKind.Relative), new FormUrlEncodedContent([token, new("vote", "1:no")]));

        Assert.Equal((303, 404), ((int)voted.StatusCode, (int)madeUp.StatusCode));
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);
        var list = await author.ReadAsync("/desk/unanswered");
        var section = new HtmlParser().ParseDocument(list).QuerySelector("section[aria-labelledby=poor]")!;
        Assert.DoesNotContain("Mary", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("Did not help 1 time", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("/desk/content/edit?guide=", section.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<KeyValuePair<string, string>> TokenAsync(HttpClient browser)
    {
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)));
        return new("__RequestVerificationToken", page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!);
    }
}
