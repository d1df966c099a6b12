using System.Net;
using System.Net.WebSockets;
using AngleSharp.Html.Parser;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Authoring;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Authoring;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>What a resident, another site, or a member of staff could try at the desk beyond what the matrix says.</summary>
public sealed class MischiefTests
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202E";

    [Fact]
    public async Task A_script_that_a_resident_writes_is_words_at_the_desk()
    {
        await using var council = await RunningCouncil.StartAsync();
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", "web", $"can I talk to a person please {Script}", council.Clock.GetUtcNow()), default);
        await council.Service<KeptFiles>().KeepAsync(conversation.Id, $"{Script}.pdf", "application/pdf", "%PDF-1.7"u8.ToArray(), default);
        await council.Cases.AddAsync(new CaseWork.SubmitReferral(new Referral
        {
            Id = Guid.NewGuid(), Reference = "TL-2345-6789", ConversationId = conversation.Id, Kind = "assessment", CreatedAt = council.Clock.GetUtcNow(),
            Person = new ReferralPerson($"Mary {Script}", null, Script, Script, Script, Script, Script, Script),
            WhatMatters = [Script], Strengths = [Script], Network = [Script], Needs = [Script], CarerContributions = [Script], Concerns = [Script],
            Answers = [new ReferralAnswer("form", "question", Script, Script, Script, true)], Transcript = [new TranscriptLine(council.Clock.GetUtcNow(), "resident", Script)],
        }));
        await council.Cases.DeliverDueAsync(default);
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Supervisor);

        foreach (var path in new[] { "/desk/queue", "/desk/referrals", $"/desk/conversations/{conversation.Id}", "/desk/referrals/TL-2345-6789", "/desk/floor", "/desk/returns" })
        {
            Harmless(await priya.ReadAsync(path), path);
        }

        Harmless(ReferralDocument.Html((await council.Cases.FindReferralAsync("TL-2345-6789", default))!.Referral), "the document");
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("'; DROP TABLE conversations; --")]
    [InlineData("%")]
    [InlineData("_______")]
    [InlineData("\\")]
    [InlineData("\0")]
    public async Task A_search_with_signs_of_sql_finds_no_more_than_words_and_harms_nothing(string words)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Supervisor);
        using var auditor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Auditor);
        var conversation = await council.Runner.StartAsync("web", default);
        await priya.ReadAsync($"/desk/conversations/{conversation.Id}");
        var asked = Uri.EscapeDataString(words);

        var trail = await auditor.ReadAsync($"/desk/audit?who={asked}&about={asked}");
        foreach (var path in new[] { $"/desk/queue?skill={asked}&patch={asked}", $"/desk/referrals?q={asked}&status={asked}&find={asked}", $"/desk/figures?from={asked}&to={asked}", $"/desk/returns?from={asked}&to={asked}", $"/desk/conversations/{conversation.Id}?find={asked}" })
        {
            using var answer = await priya.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }

        Assert.DoesNotContain("Priya Singh", trail, StringComparison.Ordinal);
        Assert.NotNull(await council.Store.FindAsync(conversation.Id, default));
    }

    [Theory]
    [InlineData("/desk/content/look")]
    [InlineData("/desk/switches/off")]
    [InlineData("/desk/sign-out")]
    public async Task A_form_that_can_not_be_read_is_no_fault_and_does_nothing(string path)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ann = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author, DeskRole.Administrator);

        foreach (var body in new[] { "__RequestVerificationToken=%2Fe%00&file=guides%2Fmeals.md&text=x", "=%00", $"{string.Join('&', Enumerable.Repeat("a=b", 3_000))}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded") };
            using var answer = await ann.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }

        using var still = await ann.GetAsync("/desk/content");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task A_file_is_given_with_its_own_conversation_only()
    {
        await using var council = await RunningCouncil.StartAsync();
        var (one, other) = (await council.Runner.StartAsync("web", default), await council.Runner.StartAsync("web", default));
        var file = await council.Service<KeptFiles>().KeepAsync(one.Id, "letter.pdf", "application/pdf", "%PDF-1.7"u8.ToArray(), default);
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);

        foreach (var path in new[] { $"/desk/conversations/{other.Id}/files/{file.Id}", $"/desk/conversations/{one.Id}/files/..%2f..%2fkeys", $"/desk/conversations/..%2f{one.Id}/files/{file.Id}" })
        {
            using var answer = await priya.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_acts_under_another_name_or_in_another_role_by_saying_so()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", "web", "can I talk to a person please", council.Clock.GetUtcNow()), default);

        using var accepted = await priya.PostAsync($"/desk/conversations/{conversation.Id}/accept", ("by", "Tom Okafor"), ("name", "Tom Okafor"), ("officer", "tom.okafor"), ("role", DeskRole.Supervisor), ("Officer.Name", "Tom Okafor"));
        using var turnedOff = await priya.PostAsync("/desk/switches/off", ("role", DeskRole.Administrator));

        Assert.Equal("Priya Singh", (await council.Store.FindAsync(conversation.Id, default))!.Handover!.Officer!.Name);
        Assert.True(turnedOff.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{turnedOff.StatusCode}");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task No_other_site_listens_at_the_desk_or_on_the_page(string origin)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);

        foreach (var path in new[] { "/desk/live", "/chat/live?after=0" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Version = HttpVersion.Version11 };
            foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Origin", origin) })
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await priya.SendAsync(request);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Content_made_to_exhaust_the_program_is_refused_and_the_program_lives()
    {
        using var own = new OwnContent();
        var guide = own.Read("guides/meals.md");
        var laughs = string.Concat(Enumerable.Range(1, 12).Select(level => $"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));
        string[] bodies = [.. new[] { ">", "[", "*", "- ", "![", "`", "<", "&", "_", "|" }.Select(sign => guide + string.Concat(Enumerable.Repeat(sign, 20_000))), $"---\ntitle: {new string('[', 100_000)}\n---\n", $"---\na0: &a0 lol\n{laughs}title: *a12\n---\n\nx\n"];
        var council = (await TestCouncil.RealContent.Value).Content.Council;

        foreach (var body in bodies)
        {
            _ = CheckDraft.Quickly(own.Content, "guides/meals.md", body);
            _ = PreviewHtml.Of("guides/meals.md", body, council);
        }

        Assert.Contains(CheckDraft.Quickly(own.Content, "replies/conversation.yaml", $"a0: &a0 lol\n{laughs}phrases: *a12\n"), problem => problem.IsError);
        Assert.Contains(CheckDraft.Quickly(own.Content, "replies/conversation.yaml", $"phrases: {new string('[', 100_000)}"), problem => problem.IsError);
    }

    [Theory]
    [InlineData("[press](javascript:alert(1))")]
    [InlineData("[press](//evil.example)")]
    [InlineData("[press](vbscript:x)")]
    [InlineData("![x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<javascript:alert(1)>")]
    public void A_link_of_a_guide_runs_nothing_on_the_residents_page(string markdown)
    {
        var html = new HtmlParser().ParseDocument(Bot.Channels.Web.ReplyHtml.Of(new Bot.Replies.Reply { Text = "Meals", Details = [new Bot.Replies.Detail("More", [], $"{markdown}\n\n[ours](/privacy) [theirs](https://www.nhs.uk)")] }));

        Assert.All(html.QuerySelectorAll("[href], [src]"), element => Assert.Matches("^(https://www|/privacy|#)", element.GetAttribute("href") ?? element.GetAttribute("src")));
        Assert.Equal(2, html.QuerySelectorAll("a:not([href='#'])").Length);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("@SUM(1)")]
    [InlineData("harmless\r=1+1")]
    public void A_field_for_a_spreadsheet_begins_no_sum_and_no_row(string field)
    {
        var line = CsvText.Of(["a"], [[field]]).Split("\r\n", 2)[1];

        Assert.True(line[0] is '\'' or 'h' || line.StartsWith("\"'", StringComparison.Ordinal) || line.StartsWith("\"h", StringComparison.Ordinal), line);
        Assert.DoesNotMatch("(^|[^\"])\\r(?!\\n)[^\"]*$", line.TrimEnd('\n', '\r'));
    }

    private static void Harmless(string page, string where)
    {
        var html = new HtmlParser().ParseDocument(page);
        Assert.True(html.QuerySelectorAll("script").All(script => script.HasAttribute("src")), where);
        Assert.True(html.QuerySelectorAll("[onerror], [onload], img[src='x']").Length == 0, where);
        Assert.DoesNotContain('\u202E', page);
    }
}
