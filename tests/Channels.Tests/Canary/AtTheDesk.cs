using System.Net;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>An officer who has the conversation, and whose every field has the person in it.</summary>
internal static class AtTheDesk
{
    private static readonly string[] Pages = ["/desk/queue", "/desk/floor", "/desk/referrals", "/desk/reviews", "/desk/unanswered", "/desk/status", "/desk/figures", "/desk/audit", "/desk/returns"];

    public static async Task WorkAsync(RunningCouncil council, Referral referral)
    {
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer, DeskRole.Supervisor, DeskRole.Manager, DeskRole.Author, DeskRole.Administrator, DeskRole.Auditor);
        var here = $"/desk/conversations/{referral.ConversationId}";
        await PostAsync(officer, $"{here}/accept");
        Assert.Contains(CanaryPerson.Illness, await officer.ReadAsync(here), StringComparison.Ordinal);
        await officer.ReadAsync($"{here}?find={Uri.EscapeDataString(CanaryPerson.Says("hot meals for"))}");
        await PostAsync(officer, $"{here}/whisper", ("text", CanaryPerson.Says("A note:")), ("key", "1"));
        await PostAsync(officer, $"{here}/say", ("text", $"Hello {CanaryPerson.Name}, does the {CanaryPerson.Illness} trouble you at {CanaryPerson.Street}?"), ("key", "2"));
        await PostAsync(officer, $"{here}/call", ("at", "2026-11-25T11:00"), ("text", CanaryPerson.Says("Ring them:")), ("key", "3"));
        await PostAsync(officer, $"{here}/wrap-up", ("outcome", CanaryPerson.Name), ("text", CanaryPerson.Says("Done:")), ("key", "4"));
        await PostAsync(officer, $"{here}/wrap-up", ("outcome", "2"), ("text", CanaryPerson.Says("Done:")), ("key", "5"));
        await PostAsync(officer, $"/desk/referrals/{referral.Reference}/sign-off", ("note", "23 November"), ("text", CanaryPerson.Says("")));
        Assert.Contains("Quollworthy", await officer.ReadAsync($"/desk/referrals/{referral.Reference}"), StringComparison.Ordinal);
        foreach (var page in Pages)
        {
            using var shown = await officer.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }

        using var nowhere = await officer.GetAsync("/desk/referrals/Quollworthy");
        using var noFile = await officer.GetAsync($"{here}/files/Quollworthy");
    }

    /// <summary>What an officer sees of a conversation.</summary>
    public static async Task<(HttpStatusCode Status, string Page)> LookAsync(RunningCouncil council, string path)
    {
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer, DeskRole.Supervisor);
        using var shown = await officer.GetAsync(path);
        return (shown.StatusCode, await shown.Content.ReadAsStringAsync());
    }

    private static async Task PostAsync(OfficerBrowser officer, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await officer.PostAsync(path, fields);
        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{path}: {answer.StatusCode}");
    }
}
