using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TransformingLives.Bot.Desk.Authoring;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Authoring;

/// <summary>Authors edit content in the browser; the files stay the truth.</summary>
public sealed class AuthoringTests
{
    private const string Guide = "guides/meals.md";
    private const string Thanks = "- id: thanks\n  says: [\"thank you\"]\n  expect:\n    - { turn: 1, has: \"welcome\" }\n";

    [Fact]
    public async Task What_is_published_is_in_the_file_in_the_history_and_in_the_audit_and_can_be_undone()
    {
        using var own = new OwnContent();
        await using var council = await RunningCouncil.StartAsync(own.Content);
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);
        var before = own.Read(Guide);
        own.OnlyStory(Thanks);
        var page = await EditorAsync(author, Guide);

        using var published = await PublishAsync(author, page, $"{before}\nEat it warm.\n");

        Assert.Contains("Eat it warm.", own.Read(Guide), StringComparison.Ordinal);
        Assert.EndsWith("said=published", published.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(await council.Service<AuditTrail>().LatestAsync(10, default), found => found.Entry is { Action: "content.changed", Subject: Guide } entry && entry.Who.StartsWith("Ann Reid", StringComparison.Ordinal));
        var change = Assert.Single(await council.Service<ContentHistory>().OfAsync(Guide, default));
        Assert.Equal(("Ann Reid", before), (change.By, change.Before));

        var undo = await EditorAsync(author, Guide, $"&before={change.Id}");
        using var undone = await PublishAsync(author, undo, ((IHtmlTextAreaElement)undo.QuerySelector("#text")!).Value);
        Assert.Equal(before, own.Read(Guide));
        Assert.Equal(2, (await council.Service<ContentHistory>().OfAsync(Guide, default)).Length);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(own.Content, "guides")), path => Path.GetFileName(path).StartsWith('.'));
    }

    [Fact]
    public async Task A_file_that_changed_underneath_is_not_written_over()
    {
        using var own = new OwnContent();
        await using var council = await RunningCouncil.StartAsync(own.Content);
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);
        var page = await EditorAsync(author, Guide);
        own.Write(Guide, own.Read(Guide) + "\nA line of somebody else.\n");

        using var answer = await PublishAsync(author, page, own.Read(Guide) + "\nMy line.\n");

        var told = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Somebody else changed this file meanwhile", told, StringComparison.Ordinal);
        Assert.Contains("My line.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("My line.", own.Read(Guide), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_or_breaks_a_story_is_never_written()
    {
        using var own = new OwnContent();
        await using var council = await RunningCouncil.StartAsync(own.Content);
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);
        var before = own.Read(Guide);

        using var wrong = await PublishAsync(author, await EditorAsync(author, Guide), before.Replace("reviewed: 20", "reviewed: soon 20", StringComparison.Ordinal));
        own.OnlyStory(Thanks);
        var replies = own.Read("replies/conversation.yaml");
        using var broken = await PublishAsync(author, await EditorAsync(author, "replies/conversation.yaml"), replies.Replace("You're welcome.", "Fine.", StringComparison.Ordinal).Replace("That's all right.", "Fine.", StringComparison.Ordinal));

        Assert.Contains("line", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("thanks: The reply to turn 1 should have", WebUtility.HtmlDecode(await broken.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal((before, replies), (own.Read(Guide), own.Read("replies/conversation.yaml")));
    }

    [Theory]
    [InlineData("../README.md")]
    [InlineData("safety/words.yaml")]
    [InlineData("ras/tl-ras-v1.yaml")]
    [InlineData("guides/../council.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("guides/.hidden.md")]
    public async Task Files_that_are_not_for_authors_can_not_be_reached(string file)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);

        using var edit = await author.GetAsync($"/desk/content/edit?file={Uri.EscapeDataString(file)}");
        using var check = await author.PostAsync("/desk/content/check", ("file", file), ("text", "x"));
        using var publish = await author.PostAsync("/desk/content/publish", ("file", file), ("text", "x"), ("mark", "none"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (edit.StatusCode, check.StatusCode, publish.StatusCode));
    }

    [Fact]
    public void Typing_is_checked_by_the_same_checks_with_line_and_field()
    {
        var guide = File.ReadAllText(Path.Combine(TestCouncil.Content, Guide));
        var replies = File.ReadAllText(Path.Combine(TestCouncil.Content, "replies/conversation.yaml"));

        var ofGuide = CheckDraft.Quickly(TestCouncil.Content, Guide, guide.Replace("reviewed: 20", "reviewed: soon 20", StringComparison.Ordinal));
        var ofReplies = CheckDraft.Quickly(TestCouncil.Content, "replies/conversation.yaml", replies.Replace("- id: welcome", "- id: welcom", StringComparison.Ordinal));

        Assert.Contains(ofGuide, problem => problem is { IsError: true, Field: "reviewed", Line: > 1 });
        Assert.Contains(ofReplies, problem => problem is { IsError: true, Field: "welcome" });
        Assert.DoesNotContain(CheckDraft.Quickly(TestCouncil.Content, Guide, guide), problem => problem.IsError);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[press](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](data:text/html;base64,PHNjcmlwdD4=)")]
    public async Task No_script_runs_in_a_preview(string inserted)
    {
        var guide = File.ReadAllText(Path.Combine(TestCouncil.Content, Guide)) + $"\n\n{inserted}\n";
        var council = (await TestCouncil.RealContent.Value).Content.Council;

        var preview = new HtmlParser().ParseDocument(PreviewHtml.Of(Guide, guide, council));

        Assert.Empty(preview.QuerySelectorAll("script, iframe, object, embed, [onerror], [onload]"));
        Assert.All(preview.QuerySelectorAll("[href], [src]"), element => Assert.Matches("^(https?:|mailto:|tel:|#)", element.GetAttribute("href") ?? element.GetAttribute("src")));
    }

    private static async Task<IHtmlDocument> EditorAsync(OfficerBrowser author, string file, string more = "") =>
        new HtmlParser().ParseDocument(await author.ReadAsync($"/desk/content/edit?file={Uri.EscapeDataString(file)}{more}"));

    private static Task<HttpResponseMessage> PublishAsync(OfficerBrowser author, IHtmlDocument page, string text) =>
        author.PostAsync("/desk/content/publish", ("file", page.QuerySelector("[name=file]")!.GetAttribute("value")!), ("mark", page.QuerySelector("[name=mark]")!.GetAttribute("value")!), ("text", text));
}
