using System.Net;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;
using TransformingLives.Testing.Web;

namespace TransformingLives.Desk.Tests.TurningOff;

/// <summary>The page on which administrators turn things off, and what residents see of it.</summary>
public sealed class TurningOffTests
{
    private const string Page = "/desk/switches";
    private const string Words = "Our lines are being mended.";

    [Fact]
    public async Task An_administrator_turns_it_off_with_words_and_it_is_noted_first()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);
        using var resident = new ResidentBrowser(new Uri(council.Address));

        using var answer = await TurnOffAsync(ada, "assistant");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await resident.PageAsync();
        Assert.Contains(Words, page, StringComparison.Ordinal);
        Assert.Contains("01632 960 100", page, StringComparison.Ordinal);
        Assert.Contains("You can try again tomorrow at 9.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Contains("by Ada Byron", await ada.ReadAsync(Page), StringComparison.Ordinal);
        var noted = Assert.Single(await council.Service<AuditTrail>().AboutAsync("assistant", default)).Entry;
        Assert.Equal(("Ada Byron (ada.byron)", "turn_off", Words), (noted.Who, noted.Action, noted.Purpose));

        using var on = await ada.PostAsync($"{Page}/on", ("what", "assistant"));
        Assert.DoesNotContain(Words, await resident.PageAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await council.Service<AuditTrail>().AboutAsync("assistant", default)).Length);
    }

    [Fact]
    public async Task Whoever_is_talking_keeps_the_page_is_told_and_danger_is_heard()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await resident.SayAsync("hot meals in Ely", "1");
        using var off = await TurnOffAsync(ada, "web");

        await resident.SayAsync("he hits me every night", "2");

        var page = await resident.PageAsync();
        Assert.Contains(Words, page, StringComparison.Ordinal);
        Assert.Contains("hot meals in Ely", page, StringComparison.Ordinal);
        Assert.Contains("<textarea", page, StringComparison.Ordinal);
        Assert.Equal("safeguarding", (await council.AlertsAsync())[0].Alert.Kind);
    }

    [Theory]
    [InlineData(DeskRole.Officer)]
    [InlineData(DeskRole.Supervisor)]
    [InlineData(DeskRole.Manager)]
    [InlineData(DeskRole.Author)]
    [InlineData(DeskRole.Auditor)]
    public async Task Nobody_else_may_turn_anything_off_or_on(string role)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var somebody = await OfficerBrowser.SignInAsync(council, "Sam Field", role);

        using var off = await TurnOffAsync(somebody, "assistant");
        using var on = await somebody.PostAsync($"{Page}/on", ("what", "assistant"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (off.StatusCode, on.StatusCode));
        Assert.Empty(council.Service<SwitchBook>().Now.Off);
        Assert.Empty(await council.Service<AuditTrail>().AboutAsync("assistant", default));
    }

    [Fact]
    public async Task A_manager_sees_how_it_stands_and_has_no_switch()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ann = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);

        var page = await ann.ReadAsync(Page);

        Assert.Contains("The whole assistant", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/switches/off", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Words, "", "Choose what to turn off.")]
    [InlineData("language_model", Words, "", "Choose what to turn off.")]
    [InlineData("assistant", "", "", "Write what residents read in its place.")]
    [InlineData("pilot", Words, "", "Write the first halves of postcodes")]
    [InlineData("pilot", Words, "CB6 Ely", "Write the first halves of postcodes")]
    public async Task What_is_missing_is_said_and_nothing_is_turned_off(string what, string message, string areas, string said)
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);

        using var answer = await ada.PostAsync($"{Page}/off", ("what", what), ("message", message), ("areas", areas));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(council.Service<SwitchBook>().Now.Off);
    }

    [Fact]
    public async Task Pilot_areas_are_kept_and_a_resident_is_asked_for_the_postcode()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);
        using var resident = new ResidentBrowser(new Uri(council.Address));

        using var answer = await ada.PostAsync($"{Page}/off", ("what", "pilot"), ("message", Words), ("again", ""), ("areas", "cb6, CB7"));

        Assert.Equal("CB6 CB7", string.Join(' ', council.Service<SwitchBook>().Now.Pilot!.Areas));
        Assert.Contains("tell me your postcode", await resident.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("On in CB6, CB7", await ada.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_off_is_off_after_a_restart_and_on_another_node()
    {
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        (string, string)[] settings = [("Storage:Provider", "PostgreSQL"), ("Storage:ConnectionString", database), ("Storage:MasterKey", TestKeys.Text)];
        await using var here = await RunningCouncil.StartAsync(settings);
        await using var there = await RunningCouncil.StartAsync(settings);
        using var ada = await OfficerBrowser.SignInAsync(here, "Ada Byron", DeskRole.Administrator);
        using var resident = new ResidentBrowser(new Uri(there.Address));

        // The other node's clock stands: only the notice can bring it.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var isOff = false; !isOff; isOff = there.Service<SwitchBook>().Now.Of("web") is not null)
        {
            using var off = await TurnOffAsync(ada, "assistant");
            await Task.Delay(50, patience.Token);
        }

        Assert.Contains(Words, await resident.PageAsync(), StringComparison.Ordinal);
        await using var later = await RunningCouncil.StartAsync(settings);
        Assert.Equal(Words, later.Service<SwitchBook>().Now.Of("sms")!.Message);
    }

    [Fact]
    public async Task The_model_is_turned_off_here_too()
    {
        await using var council = await RunningCouncil.StartAsync(("LanguageModel:Endpoint", "http://localhost:1/v1"), ("LanguageModel:Model", "scripted"));
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);

        using var off = await ada.PostAsync($"{Page}/off", ("what", "language_model"), ("message", ""));

        Assert.False(council.Service<SwitchBook>().ModelIsOn);
        Assert.Contains("Switched off by Ada Byron", await ada.ReadAsync("/desk/language-model"), StringComparison.Ordinal);
        using var on = await ada.PostAsync("/desk/language-model/switch", ("to", "on"));
        Assert.True(council.Service<SwitchBook>().ModelIsOn);
    }

    private static Task<HttpResponseMessage> TurnOffAsync(OfficerBrowser who, string what) => who.PostAsync($"{Page}/off", ("what", what), ("message", Words), ("again", "tomorrow at 9"));
}
