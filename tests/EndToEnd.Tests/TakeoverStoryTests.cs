using Microsoft.Playwright;
using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

/// <summary>A resident and officers, each in a browser of their own.</summary>
public sealed class TakeoverStoryTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly string[] Officer = ["officer"];

    [Fact]
    public async Task A_resident_in_the_middle_of_triage_talks_to_a_person_and_goes_on_where_they_were()
    {
        var priya = await chromium.OfficerAsync("Priya Singh", Officer);
        var jones = await chromium.ResidentAsync();
        await jones.SayAsync(MrJones.FirstWords);
        await jones.AnswerAsync(MrJones.FirstConversation.Where(pair => !MrJones.AskedLast.Contains(pair.Key)).ToDictionary());
        var open = await jones.Page.Locator("#log .question").Last.InnerTextAsync();

        await jones.SayAsync("Can I just talk to somebody please");
        await priya.SeesAsync("Can I just talk to somebody please");
        await priya.AcceptAsync("Can I just talk to somebody please");

        // Nothing has to be said again: who, what matters and who is around stand beside the talk.
        var summary = await priya.Page.Locator("#summary").InnerTextAsync();
        Assert.Contains("To stay together at home", summary, StringComparison.Ordinal);
        Assert.Contains("taught French", summary, StringComparison.Ordinal);
        Assert.Contains("ten miles away", summary, StringComparison.Ordinal);
        await Assertions.Expect(jones.Page.Locator("#log")).ToContainTextAsync("You are now talking to Priya Singh");

        await priya.SayAsync("Good morning, I have read what you told us. How was last night?");
        await Assertions.Expect(jones.Page.Locator("#log")).ToContainTextAsync("How was last night?");
        await jones.Page.Locator("#message").FillAsync("Up four times.");
        await jones.Page.Keyboard.PressAsync("Enter");
        await priya.HearsAsync("Up four times.");
        await priya.WhisperAsync("Ask about the nights at the visit");

        var tom = await chromium.OfficerAsync("Tom Okafor", Officer);
        await tom.OpenAsync("Can I just talk to somebody please");
        await Assertions.Expect(tom.Page.Locator("#composer")).ToContainTextAsync("Priya Singh has this conversation");

        await priya.GiveBackAsync();
        await Assertions.Expect(jones.Page.Locator("#log .question").Last).ToContainTextAsync(open);
        await jones.AnswerAsync(MrJones.FirstConversation, MrJones.NeedsOfMrsJones, MrJones.ContactDetails);
        Assert.DoesNotContain("Ask about the nights", await jones.Page.ContentAsync(), StringComparison.Ordinal);

        await priya.Page.GotoAsync($"{chromium.Bot.Address}/desk/referrals");
        await priya.Page.ReloadUntilAsync("a:has-text('TL-')");
        await priya.Page.Locator("a:has-text('TL-')").First.ClickAsync();
        var referral = await priya.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Up four times.", referral, StringComparison.Ordinal);
        Assert.Contains("£285.00", referral, StringComparison.Ordinal);
        Assert.Contains("Ask about the nights at the visit", referral, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_officers_who_press_accept_one_is_told_who_has_it()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("Talk to a person, my brother");
        var priya = await chromium.OfficerAsync("Priya Singh", Officer);
        var tom = await chromium.OfficerAsync("Tom Okafor", Officer, script: false);
        await tom.OpenAsync("my brother");

        await priya.AcceptAsync("my brother");
        await tom.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Accept" }).ClickAsync();

        await Assertions.Expect(tom.Page.Locator(".said")).ToContainTextAsync("Priya Singh was quicker");
        await Assertions.Expect(tom.Page.Locator("#message")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_officer_works_without_any_script()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("Talk to a person, a ramp");
        var officer = await chromium.OfficerAsync("Priya Singh", Officer, script: false);

        await officer.AcceptAsync("a ramp");
        await officer.Page.GetByText("Ready answers").ClickAsync();
        await officer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Sorry that you had to wait" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send" }).First.ClickAsync();

        await Assertions.Expect(officer.Page.Locator("#log")).ToContainTextAsync("I'm sorry that you had to wait.");
        await Assertions.Expect(resident.Page.Locator("#log")).ToContainTextAsync("I'm sorry that you had to wait.");
    }

    [Fact]
    public async Task An_officer_finds_an_answer_and_sends_it()
    {
        var resident = await chromium.ResidentAsync();
        await resident.SayAsync("Talk to a person, dinners");
        var officer = await chromium.OfficerAsync("Priya Singh", Officer);
        await officer.AcceptAsync("dinners");
        await officer.Page.Locator("#message:focus").WaitForAsync();

        await officer.Page.Keyboard.PressAsync("Control+k");
        await officer.Page.Locator("#find-words:focus").WaitForAsync();
        await officer.Page.Keyboard.TypeAsync("hot meals in Ely");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Locator("#found article:has-text('Fen Hot Dinners') button").ClickAsync();

        await Assertions.Expect(resident.Page.Locator("#log .m").Last).ToContainTextAsync("Fen Hot Dinners");
        await Assertions.Expect(resident.Page.Locator("#log .m").Last).ToContainTextAsync("Priya Singh, council officer");
    }
}
