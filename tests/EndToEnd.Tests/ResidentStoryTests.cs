using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

/// <summary>People of the councils' papers, in a real browser, from their first words.</summary>
public sealed partial class ResidentStoryTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task Mr_Jones_gets_from_his_first_sentence_to_a_reference_and_is_never_made_a_carer()
    {
        var jones = await chromium.ResidentAsync();
        await jones.SayAsync(MrJones.FirstWords);
        await jones.AnswerAsync(MrJones.FirstConversation, MrJones.NeedsOfMrsJones);

        var estimate = await jones.LastAnswerAsync();
        Assert.Contains("£285.00 a week", estimate, StringComparison.Ordinal);
        Assert.Contains("£1,140.00 for four weeks", estimate, StringComparison.Ordinal);

        await jones.AnswerAsync(MrJones.ContactDetails);
        var reference = Reference().Match(await jones.ReadAssistantAsync()).Value;
        Assert.NotEmpty(reference);
        Assert.DoesNotContain("carer", await jones.ReadAssistantAsync(), StringComparison.OrdinalIgnoreCase);

        var desk = await chromium.OfficerAsync();
        await desk.GotoAsync($"{chromium.Bot.Address}/desk/referrals");
        await desk.ReloadUntilAsync($"a[href='/desk/referrals/{reference}']");
        await desk.GotoAsync($"{chromium.Bot.Address}/desk/referrals/{reference}");
        var referral = await desk.Locator("main").InnerTextAsync();
        Assert.Contains("taught French", referral, StringComparison.Ordinal);
        Assert.Contains("garden", referral, StringComparison.Ordinal);
        Assert.Contains("£285.00", referral, StringComparison.Ordinal);
        Assert.Contains("Tier\n3", referral.Replace("\t", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Because", referral, StringComparison.Ordinal);
        Assert.True(referral.IndexOf("What matters to them", StringComparison.Ordinal) < referral.IndexOf("Indicative budget", StringComparison.Ordinal));
        Assert.Contains("I'm her husband", referral, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maggie_gets_advice_on_planning_ahead_and_nothing_is_forced_on_her()
    {
        var maggie = await chromium.ResidentAsync();
        await maggie.SayAsync("I'm 68 and well, but my memory isn't what it was and I want to put my affairs in order while I can. What should I do about power of attorney?");
        var answer = await maggie.LastAnswerAsync();
        Assert.Contains("lasting power of attorney", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("0300 456 0300", answer, StringComparison.Ordinal);

        await maggie.SayAsync("no thank you, that's all I wanted");
        Assert.DoesNotMatch(Reference(), await maggie.ReadAsync());
        Assert.DoesNotContain("?", (await maggie.LastAnswerAsync()).Split('\n')[^1].Replace("Anything else?", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_same_conversation_goes_by_plain_posts()
    {
        var resident = await chromium.ResidentAsync(script: false);
        await resident.SayAsync("who delivers hot meals in Ely");
        Assert.Contains("Fen Hot Dinners", await resident.LastAnswerAsync(), StringComparison.Ordinal);

        await resident.SayAsync(MrJones.FirstWords);
        await resident.AnswerAsync(MrJones.FirstConversation, MrJones.NeedsOfMrsJones, MrJones.ContactDetails);
        Assert.Matches(Reference(), await resident.ReadAsync());
    }

    [Fact]
    public async Task A_hundred_points_come_to_620_a_week_through_the_page()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync(MrJones.FirstWords);
        await resident.AnswerAsync(MrJones.FirstConversation);
        await resident.PressAsync("Yes");
        for (var area = 0; area < 11; area++)
        {
            await resident.Page.Locator("#chips button").First.WaitForAsync();
            await resident.SayAsync(await HighestAsync(resident));
        }

        await resident.AnswerAsync(MrJones.NeedsOfMrsJones);
        await resident.UnfoldAsync();
        var estimate = await resident.LastAnswerAsync();
        Assert.Contains("100 points", estimate, StringComparison.Ordinal);
        Assert.Contains("£620.00 a week", estimate, StringComparison.Ordinal);
        Assert.Contains("£2,480.00 for four weeks", estimate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_in_the_middle_of_a_form_comes_first_and_reaches_the_desk()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("my husband had a stroke in March and I could do with some help", "Ely");
        await resident.SayAsync("he has collapsed and he isn't breathing");
        var answer = await resident.LastAnswerAsync();
        Assert.Contains("999", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("What matters most", answer, StringComparison.Ordinal);

        var desk = await chromium.OfficerAsync();
        await Assertions.Expect(desk.Locator("#queue li.danger", new PageLocatorOptions { HasTextString = "collapsed" })).ToBeVisibleAsync();
    }

    // The highest level of an area stands last among its buttons, before "Skip this".
    private static async Task<string> HighestAsync(Resident resident)
    {
        var labels = await resident.Page.Locator("#chips button").AllInnerTextsAsync();
        return labels.Last(label => !label.StartsWith("Skip", StringComparison.Ordinal) && !label.StartsWith("Why", StringComparison.Ordinal));
    }

    [GeneratedRegex("TL-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Reference();
}
