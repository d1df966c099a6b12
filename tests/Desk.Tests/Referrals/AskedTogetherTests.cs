using System.Net;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Referrals;

/// <summary>Dudley 2008, paragraph 9: his assessment and hers are two, and they are linked.</summary>
public sealed class AskedTogetherTests
{
    [Fact]
    public async Task The_assessments_of_husband_and_wife_lead_to_each_other_and_to_nobody_elses()
    {
        await using var council = await RunningCouncil.StartAsync();
        var his = await SendAsync(council, "c1", "needs_assessment", "Harold Jones");
        var hers = await SendAsync(council, "c1", "carers_assessment", "Edith Jones");
        var stranger = await SendAsync(council, "c2", "needs_assessment", "David Cross");
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);

        var (ofHim, ofHer, ofStranger) = (await PageAsync(officer, his), await PageAsync(officer, hers), await PageAsync(officer, stranger));

        Assert.Contains($"/desk/referrals/{hers.Reference}\">{hers.Reference}</a>, carers assessment, for Edith Jones", ofHim, StringComparison.Ordinal);
        Assert.Contains($"/desk/referrals/{his.Reference}\">{his.Reference}</a>, needs assessment, for Harold Jones", ofHer, StringComparison.Ordinal);
        Assert.DoesNotContain(stranger.Reference, ofHim, StringComparison.Ordinal);
        Assert.DoesNotContain("Asked for in the same conversation", ofStranger, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urgent_care_need: the carer: she has not come", "Care is missing today: “the carer: she has not come”")]
    [InlineData("no code before it", "no code before it")]
    public void Officers_read_of_a_concern_in_words(string carried, string read) => Assert.Equal(read, ConcernWords.OfReferral(carried));

    private static async Task<string> PageAsync(OfficerBrowser officer, Referral referral) => WebUtility.HtmlDecode(await officer.ReadAsync($"/desk/referrals/{referral.Reference}"));

    private static async Task<Referral> SendAsync(RunningCouncil council, string conversation, string kind, string name)
    {
        var id = Guid.NewGuid();
        var referral = new Referral
        {
            Id = id,
            Reference = CaseBridge.CouncilCases.NewReference(id),
            ConversationId = conversation,
            Kind = kind,
            CreatedAt = council.Clock.GetUtcNow(),
            Person = new ReferralPerson(name, null, null, null, null, null, null, null),
        };
        await council.Cases.AddAsync(new CaseWork.SubmitReferral(referral));
        await council.Cases.DeliverDueAsync(default);
        return referral;
    }
}
