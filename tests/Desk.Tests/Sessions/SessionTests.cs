using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.Configuration;
using TransformingLives.Bot.Desk.Sessions;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Records.Retention;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;
using TransformingLives.Testing.Web;

namespace TransformingLives.Desk.Tests.Sessions;

/// <summary>How long a sign-in at the desk counts, and who ends it.</summary>
public sealed class SessionTests
{
    private const string Queue = "/desk/queue";

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var thief = priya.WithItsCookies(council);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief, Queue));

        using var left = await priya.PostAsync(SignOut.Path);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief, Queue));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(priya, Queue));
        Assert.Equal([("Priya Singh (priya.singh)", "signed out")], await EndsAsync(council, "priya.singh"));
    }

    [Fact]
    public async Task Without_use_it_ends_after_half_an_hour_and_with_use_it_goes_on_for_eight()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var tom = await OfficerBrowser.SignInAsync(council, "Tom Okafor", DeskRole.Officer);
        for (var at = 0; at < 19; at++)
        {
            council.Skip(TimeSpan.FromMinutes(25));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(priya, Queue));
        }

        using var quiet = await tom.GetAsync(Queue);
        Assert.Equal(HttpStatusCode.Unauthorized, quiet.StatusCode);
        Assert.Contains("because nothing was done here for 30 minutes", await quiet.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        council.Skip(TimeSpan.FromMinutes(5));
        using var long8 = await priya.GetAsync(Queue);
        Assert.Equal(HttpStatusCode.Unauthorized, long8.StatusCode);
        await council.Service<DeskSessions>().EndOldAsync(default);
        Assert.Equal([("assistant", "not used for 30 minutes")], await EndsAsync(council, "tom.okafor"));
        Assert.Equal([("assistant", "had lasted 8 hours")], await EndsAsync(council, "priya.singh"));
    }

    [Fact]
    public async Task The_times_are_settings()
    {
        await using var council = await RunningCouncil.StartAsync(("Desk:Sessions:Idle", "02:00:00"), ("Desk:Sessions:Longest", "03:00:00"));
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);

        council.Skip(TimeSpan.FromMinutes(119));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(priya, Queue));
        council.Skip(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(priya, Queue));
    }

    [Theory]
    [InlineData("Idle", "00:00:10")]
    [InlineData("Idle", "soon")]
    [InlineData("Idle", "09:00:00")]
    [InlineData("Longest", "2.00:00:00")]
    [InlineData("Longest", "00:20:00")]
    public void Times_that_make_no_sense_keep_the_program_from_starting(string setting, string value) =>
        Assert.Throws<FormatException>(() => SessionLimits.From(new ConfigurationBuilder().AddInMemoryCollection([new($"Desk:Sessions:{setting}", value)]).Build()));

    [Fact]
    public async Task What_an_open_page_does_by_itself_is_no_use()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Supervisor);
        using var socket = await priya.ListenAsync("");
        var closed = ClosedAsync(socket);
        for (var minutes = 0; minutes < 30; minutes += 10)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(priya, "/desk/floor/now"));
            using var again = await priya.ListenAsync("");
            council.Skip(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(priya, "/desk/floor/now"));
        council.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await closed.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Whoever_types_says_so_and_stays()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        council.Skip(TimeSpan.FromMinutes(29));

        using var stay = await priya.PostAsync($"{SessionEndpoints.Path}/stay");

        Assert.Equal("1800", await stay.Content.ReadAsStringAsync());
        council.Skip(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(priya, Queue));
    }

    [Fact]
    public async Task An_administrator_ends_one_and_its_live_page_hears_of_it()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);
        using var socket = await priya.ListenAsync("");
        var closed = ClosedAsync(socket);

        using var ended = await ada.PostAsync($"{SessionEndpoints.EverybodyPath}/end", ("session", await OnlyOneAsync(council, "priya.singh")));
        council.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await closed.WaitAsync(TimeSpan.FromMinutes(1)));
        await Assert.ThrowsAsync<WebSocketException>(() => priya.ListenAsync(""));
        using var refused = await priya.GetAsync(Queue);
        Assert.Contains("You were signed out by Ada Byron.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([("Ada Byron (ada.byron)", "ended by an administrator")], await EndsAsync(council, "priya.singh"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(ada, SessionEndpoints.EverybodyPath));
    }

    [Fact]
    public async Task An_administrator_ends_all_of_one_person_or_of_everybody_and_residents_go_on()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await resident.SayAsync("hot meals in Ely", "1");
        using var here = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var there = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var tom = await OfficerBrowser.SignInAsync(council, "Tom Okafor", DeskRole.Officer);
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);

        using var leaver = await ada.PostAsync($"{SessionEndpoints.EverybodyPath}/end", ("person", "priya.singh"));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(here, Queue), await StatusAsync(there, Queue), await StatusAsync(tom, Queue)));

        using var all = await ada.PostAsync($"{SessionEndpoints.EverybodyPath}/end", ("which", "everybody"));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await StatusAsync(tom, Queue), await StatusAsync(ada, SessionEndpoints.EverybodyPath)));
        Assert.Contains("hot meals in Ely", await resident.PageAsync(), StringComparison.Ordinal);
        Assert.Empty((await council.Service<AuditTrail>().VerifyAsync(default)).Faults);
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_a_colleague()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var tom = await OfficerBrowser.SignInAsync(council, "Tom Okafor", DeskRole.Officer, DeskRole.Supervisor, DeskRole.Manager, DeskRole.Author, DeskRole.Auditor);
        var hers = await OnlyOneAsync(council, "priya.singh");

        using var own = await tom.PostAsync($"{SessionEndpoints.Path}/end", ("session", hers), ("officer", "priya.singh"));
        using var others = await tom.PostAsync($"{SessionEndpoints.Path}/end", ("which", "others"), ("person", "priya.singh"));
        using var any = await tom.PostAsync($"{SessionEndpoints.EverybodyPath}/end", ("session", hers));
        using var forged = await tom.PostFromElsewhereAsync($"{SessionEndpoints.Path}/end");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (any.StatusCode, forged.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(priya, Queue));
        Assert.Empty(await EndsAsync(council, "priya.singh"));
    }

    [Fact]
    public async Task Somebody_sees_their_own_and_ends_the_others()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var here = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var there = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var tom = await OfficerBrowser.SignInAsync(council, "Tom Okafor", DeskRole.Officer);

        var page = await here.ReadAsync(SessionEndpoints.Path);
        using var ended = await here.PostAsync($"{SessionEndpoints.Path}/end", ("which", "others"));

        Assert.Equal(2, page.Split("name=\"session\"").Length - 1);
        Assert.Equal(1, page.Split(">This one<").Length - 1);
        Assert.DoesNotContain("Tom Okafor", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(here, Queue), await StatusAsync(there, Queue), await StatusAsync(tom, Queue)));
        Assert.Contains("by Priya Singh", await here.ReadAsync(SessionEndpoints.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_eleventh_sign_in_of_one_person_ends_the_one_that_was_not_used_for_longest()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var first = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        for (var more = 0; more < SessionLimits.AtOnce; more++)
        {
            council.Skip(TimeSpan.FromMinutes(1));
            using var other = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(first, Queue));
        Assert.Equal(SessionLimits.AtOnce, (await council.Service<DeskSessions>().OpenAsync("priya.singh", default)).Length);
    }

    [Fact]
    public async Task Thirty_days_after_its_end_a_session_is_not_kept_any_more()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var left = await priya.PostAsync(SignOut.Path);
        var retention = (await TestCouncil.RealContent.Value).Content.Council.Retention;

        council.Skip(TimeSpan.FromDays(30));
        await council.Service<RemoveOldRecords>().RunAsync(retention, default);
        Assert.Single(await council.Service<DeskSessions>().EndedAsync("priya.singh", default));
        council.Skip(TimeSpan.FromMinutes(1));
        await council.Service<RemoveOldRecords>().RunAsync(retention, default);

        Assert.Empty(await council.Service<DeskSessions>().EndedAsync("priya.singh", default));
        Assert.Contains(await council.Service<AuditTrail>().LatestAsync(5, default), found => found.Entry.Purpose == "sign-ins: 1, kept 30 days");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("<script>alert(1)</script>", "")]
    public void Of_what_a_browser_says_it_is_only_names_that_we_know_are_kept(string agent, string words) => Assert.Equal(words, BrowserWords.Of(agent));

    [Fact]
    public async Task What_ends_on_one_node_is_over_on_the_other()
    {
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        (string, string)[] settings = [("Storage:Provider", "PostgreSQL"), ("Storage:ConnectionString", database), ("Storage:MasterKey", TestKeys.Text)];
        await using var here = await RunningCouncil.StartAsync(settings);
        await using var there = await RunningCouncil.StartAsync(settings);
        using var priya = await OfficerBrowser.SignInAsync(here, "Priya Singh", DeskRole.Officer);
        using var ada = await OfficerBrowser.SignInAsync(there, "Ada Byron", DeskRole.Administrator);

        using var ended = await ada.PostAsync($"{SessionEndpoints.EverybodyPath}/end", ("person", "priya.singh"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(priya, Queue));
        Assert.Equal([("Ada Byron (ada.byron)", "all of theirs ended by an administrator")], await EndsAsync(here, "priya.singh"));
    }

    [Theory]
    [InlineData("https://evil.example/desk")]
    [InlineData("//evil.example/desk/")]
    [InlineData("/desk/\\evil.example")]
    [InlineData("/desk/\tx")]
    [InlineData("/deskevil.example")]
    [InlineData("/desk@evil.example")]
    [InlineData("/desk/sign-out")]
    [InlineData(null)]
    public void The_way_back_from_the_sign_in_leads_to_the_desk_and_nowhere_else(string? sent) => Assert.Equal("/desk", WayBack.To(sent));

    [Fact]
    public async Task Whose_session_is_over_gets_the_sign_in_and_comes_back_to_where_they_were()
    {
        await using var accounts = await CouncilAccounts.StartAsync();
        accounts.Roles = [DeskRole.Officer];
        await using var council = await RunningCouncil.StartAsync(accounts.Settings);
        using var browser = new FollowingBrowser(council.Address);
        using var first = await browser.GetAsync("/desk/appointments?day=2026-11-24");
        Assert.Equal("/desk/appointments", browser.At.AbsolutePath);
        council.Skip(TimeSpan.FromMinutes(31));

        using var over = await browser.GetAsync("/desk/appointments?day=2026-11-24");
        Assert.Equal((HttpStatusCode.Unauthorized, "/desk/appointments"), (over.StatusCode, browser.At.AbsolutePath));
        var link = (await over.Content.ReadAsStringAsync()).Split("href=\"").Select(part => part.Split('"')[0]).First(link => link.StartsWith(CouncilSignIn.Path, StringComparison.Ordinal));
        using var again = await browser.GetAsync(WebUtility.HtmlDecode(link));

        Assert.Equal((HttpStatusCode.OK, "/desk/appointments?day=2026-11-24"), (again.StatusCode, browser.At.PathAndQuery));
    }

    private static async Task<HttpStatusCode> StatusAsync(OfficerBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<string> OnlyOneAsync(RunningCouncil council, string officer) => Assert.Single(await council.Service<DeskSessions>().OpenAsync(officer, default)).Id;

    private static async Task<IEnumerable<(string Who, string Purpose)>> EndsAsync(RunningCouncil council, string officer) =>
        (await council.Service<AuditTrail>().AboutAsync(officer, default)).Where(found => found.Entry.Action == DeskSessions.Ended).Select(found => (found.Entry.Who, found.Entry.Purpose));

    private static async Task<WebSocketCloseStatus?> ClosedAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        while ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
        }

        var status = socket.CloseStatus;
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return status;
    }
}
