using System.Net;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>Every look at a person's data leaves an entry in the trail, and the trail itself says nothing of what was told.</summary>
public sealed class ViewAuditTests
{
    private const string Reference = "TL-2345-6789";

    [Fact]
    public async Task Every_page_that_shows_a_person_is_noted_with_who_looked_and_at_whom()
    {
        await using var council = await RunningCouncil.StartAsync();
        var (id, file) = await SomebodyAsync(council);
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Supervisor);

        foreach (var path in new[] { "/desk/queue", "/desk/referrals", "/desk/appointments", "/desk/returns.csv", $"/desk/conversations/{id}", $"/desk/referrals/{Reference}", $"/desk/conversations/{id}/files/{file}" })
        {
            using var answer = await priya.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        using var socket = await priya.ListenAsync($"conversation={id}");
        var finished = await FinishedAsync(council);
        using var later = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Supervisor);
        using var review = await later.GetAsync($"/desk/reviews/{finished}/0");
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
        var looks = await LooksAsync(council);
        Assert.Equal(DeskActions.All.Where(action => action.ShowsPerson).Select(action => action.Id).Order(), looks.Select(look => look.Action).Distinct().Order());
        Assert.All(looks, look => Assert.Equal("Priya Singh (priya.singh)", look.Who));
        Assert.All(looks.Where(look => look.Action is not ("see_queue" or "see_referrals" or "see_appointments" or "see_review" or "save_returns")), look => Assert.Equal(id, look.Subject));
        Assert.Empty((await council.Service<AuditTrail>().VerifyAsync(default)).Faults);
    }

    [Fact]
    public async Task What_was_not_shown_is_not_noted()
    {
        await using var council = await RunningCouncil.StartAsync();
        var (id, file) = await SomebodyAsync(council);
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var manager = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);

        foreach (var path in new[] { $"/desk/conversations/{ConversationId.New()}", "/desk/referrals/TL-0000-0000", $"/desk/conversations/{ConversationId.New()}/files/{file}" })
        {
            using var answer = await priya.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var refused = await manager.GetAsync($"/desk/conversations/{id}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await LooksAsync(council));
    }

    [Fact]
    public async Task Whoever_tries_what_is_not_for_their_role_is_noted_with_what_it_was()
    {
        await using var council = await RunningCouncil.StartAsync();
        var (id, _) = await SomebodyAsync(council);
        using var manager = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);

        using var refused = await manager.GetAsync($"/desk/conversations/{id}");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains((await council.Service<AuditTrail>().LatestAsync(100, default)).Select(found => found.Entry), entry => entry is { Who: "Ann Reid (ann.reid)", Action: "refused", Subject: "see_conversation" });
    }

    [Fact]
    public async Task An_auditor_finds_who_looked_and_reads_nothing_that_was_said()
    {
        await using var council = await RunningCouncil.StartAsync();
        var (id, _) = await SomebodyAsync(council);
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var tom = await OfficerBrowser.SignInAsync(council, "Tom Okafor", DeskRole.Officer);
        using var auditor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Auditor);
        await priya.ReadAsync($"/desk/conversations/{id}");
        await tom.ReadAsync("/desk/queue");

        var byPriya = await auditor.ReadAsync("/desk/audit?who=priya");
        var about = await auditor.ReadAsync($"/desk/audit?about={id}");
        var whole = await auditor.ReadAsync("/desk/audit?check=1");

        Assert.Contains("Priya Singh (priya.singh)", byPriya, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Okafor", byPriya, StringComparison.Ordinal);
        Assert.Contains("Read a conversation", about, StringComparison.Ordinal);
        Assert.Contains("none was changed", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("my mum", byPriya + about + whole, StringComparison.Ordinal);
        using var refused = await auditor.GetAsync($"/desk/conversations/{id}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_file_is_saved_and_never_opened_inside_the_desk()
    {
        await using var council = await RunningCouncil.StartAsync();
        var (id, file) = await SomebodyAsync(council);
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);

        var page = await priya.ReadAsync($"/desk/conversations/{id}");
        using var answer = await priya.GetAsync($"/desk/conversations/{id}/files/{file}");

        Assert.Contains($"/desk/conversations/{id}/files/{file}", page, StringComparison.Ordinal);
        Assert.Equal(("attachment", "letter.pdf"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("%PDF-1.7", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(string Conversation, string File)> SomebodyAsync(RunningCouncil council)
    {
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", "web", "can I talk to a person please, it is about my mum", council.Clock.GetUtcNow()), default);
        var file = await council.Service<KeptFiles>().KeepAsync(conversation.Id, "letter.pdf", "application/pdf", "%PDF-1.7"u8.ToArray(), default);
        await council.Cases.AddAsync(new CaseWork.SubmitReferral(new Referral
        {
            Id = Guid.NewGuid(),
            Reference = Reference,
            ConversationId = conversation.Id,
            Kind = "assessment",
            CreatedAt = council.Clock.GetUtcNow(),
            Person = new ReferralPerson("Mary Smith", null, null, null, null, null, null, null),
        }));
        await council.Cases.DeliverDueAsync(default);
        return (conversation.Id, file.Id);
    }

    private static async Task<string> FinishedAsync(RunningCouncil council)
    {
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", "web", "what is a blue badge", council.Clock.GetUtcNow()), default);
        council.Skip(TimeSpan.FromHours(2));
        return conversation.Id;
    }

    // What the program itself enters stands in the same trail.
    private static async Task<IReadOnlyList<AuditEntry>> LooksAsync(RunningCouncil council) =>
        [.. (await council.Service<AuditTrail>().LatestAsync(100, default)).Select(found => found.Entry).Where(entry => DeskActions.All.Any(action => action.Id == entry.Action))];
}
