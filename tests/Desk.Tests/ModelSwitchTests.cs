using System.Net;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>The page of the language model, and its switch.</summary>
public sealed class ModelSwitchTests
{
    private const string Page = "/desk/language-model";

    [Fact]
    public async Task An_administrator_switches_it_off_and_who_did_is_noted()
    {
        await using var council = await RunningCouncil.StartAsync(("LanguageModel:Endpoint", "http://localhost:1/v1"), ("LanguageModel:Model", "scripted"));
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);
        Assert.Contains("Switch it off", await ada.ReadAsync(Page), StringComparison.Ordinal);

        using var answer = await ada.PostAsync($"{Page}/switch", ("to", "off"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await ada.ReadAsync(Page);
        Assert.Contains("Switch it on", after, StringComparison.Ordinal);
        Assert.Contains("Switched off by Ada Byron", after, StringComparison.Ordinal);
        var noted = Assert.Single(await council.Service<AuditTrail>().AboutAsync("language-model", default)).Entry;
        Assert.Equal(("Ada Byron (ada.byron)", "switch_language_model", "off"), (noted.Who, noted.Action, noted.Purpose));
    }

    [Fact]
    public async Task A_manager_sees_it_and_has_no_switch()
    {
        await using var council = await RunningCouncil.StartAsync(("LanguageModel:Endpoint", "http://localhost:1/v1"), ("LanguageModel:Model", "scripted"));
        using var ann = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);

        Assert.DoesNotContain("Switch it", await ann.ReadAsync(Page), StringComparison.Ordinal);
        using var refused = await ann.PostAsync($"{Page}/switch", ("to", "off"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_council_without_one_reads_that_none_is_needed()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var ada = await OfficerBrowser.SignInAsync(council, "Ada Byron", DeskRole.Administrator);

        Assert.Contains("none is needed", await ada.ReadAsync(Page), StringComparison.Ordinal);
    }
}
