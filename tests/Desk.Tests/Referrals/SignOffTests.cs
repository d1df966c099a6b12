using System.Net;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.SupportPlans;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Referrals;

/// <summary>Dudley, paragraph 19: plans are agreed and signed off by people, and a panel looks at those from the threshold on.</summary>
public sealed class SignOffTests
{
    [Fact]
    public async Task Until_a_supervisor_signs_it_off_a_plan_is_their_own_wish()
    {
        await using var council = await RunningCouncil.StartAsync();
        var referral = await SendAsync(council, weekly: 168.00m, panel: null);
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var supervisor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Supervisor);
        var page = $"/desk/referrals/{referral.Reference}";

        Assert.Contains("Not signed off. It is the person's own wish.", WebUtility.HtmlDecode(await officer.ReadAsync(page)), StringComparison.Ordinal);
        Assert.DoesNotContain("Sign this plan off", await officer.ReadAsync(page), StringComparison.Ordinal);
        using var refused = await officer.PostAsync($"{page}/sign-off", ("revision", "0"), ("note", ""));
        Assert.DoesNotContain("Signed off by", await officer.ReadAsync(page), StringComparison.Ordinal);
        using var signed = await supervisor.PostAsync($"{page}/sign-off", ("revision", "0"), ("note", ""));

        Assert.Contains("Signed off by Ann Reid", await officer.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_for_the_panel_is_not_signed_off_without_the_panels_day()
    {
        await using var council = await RunningCouncil.StartAsync();
        var referral = await SendAsync(council, weekly: 475.00m, panel: "A plan of £400.00 a week or more is looked at by a panel.");
        using var supervisor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Supervisor);
        var page = $"/desk/referrals/{referral.Reference}";

        using var without = await supervisor.PostAsync($"{page}/sign-off", ("revision", "0"), ("note", " "));
        var before = await supervisor.ReadAsync(page);
        using var with = await supervisor.PostAsync($"{page}/sign-off", ("revision", "0"), ("note", "Panel of 3 December: agreed"));
        var after = await supervisor.ReadAsync(page);

        Assert.Contains("For the risk panel", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed off by", before, StringComparison.Ordinal);
        Assert.Contains("Panel of 3 December: agreed", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_changed_since_has_to_be_signed_off_again()
    {
        await using var council = await RunningCouncil.StartAsync();
        var referral = await SendAsync(council, weekly: 168.00m, panel: null);
        using var supervisor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Supervisor);
        var page = $"/desk/referrals/{referral.Reference}";
        using var signed = await supervisor.PostAsync($"{page}/sign-off", ("revision", "0"), ("note", ""));

        await council.Cases.AddAsync(new CaseWork.SubmitReferral(referral with { Revision = 1 }));
        await council.Cases.DeliverDueAsync(default);
        using var late = await supervisor.PostAsync($"{page}/sign-off", ("revision", "0"), ("note", ""));

        Assert.Contains("It has to be signed off again", await supervisor.ReadAsync(page), StringComparison.Ordinal);
    }

    private static async Task<Referral> SendAsync(RunningCouncil council, decimal weekly, string? panel)
    {
        var id = Guid.NewGuid();
        var referral = new Referral
        {
            Id = id,
            Reference = CaseBridge.CouncilCases.NewReference(id),
            ConversationId = $"c{id:N}",
            Kind = "needs_assessment",
            CreatedAt = council.Clock.GetUtcNow(),
            Person = new ReferralPerson("Margaret Jones", null, null, null, null, null, null, null),
            SupportPlan = new SupportPlan { Lines = [new SupportPlanLine("A sitter", "Two Hours Off", "4 hours a week", weekly)], Budget = 285.00m, Weekly = weekly, Once = 0, Panel = panel },
        };
        await council.Cases.AddAsync(new CaseWork.SubmitReferral(referral));
        await council.Cases.DeliverDueAsync(default);
        return referral;
    }
}
