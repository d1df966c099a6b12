using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Desk.Status;

/// <summary>What each check means and what to do, for staff who didn't build it. The guide is docs/operating.md, "When an alarm rings".</summary>
internal static class StatusWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static ImmutableArray<StatusLine> Of(StatusNow now) =>
    [
        new(
            "Database", now.Check("database"), now.Check("database") == HealthStatus.Healthy ? "It answers and stores." : "It does not answer, or could not store.",
            "Everything that people say is stored there before they are answered. While it is away they are told so, with numbers to ring. Nothing that was answered is lost.",
            "Tell whoever runs the program: \"The database is away\" in the operating guide. Ring people back whom you promised it."),
        new(
            "Content", now.Check("content"), $"In place since {DeskPage.Time(now.ContentSince)}.",
            "Words, rules and tables. A broken edit is never used: the ones before it stay.",
            "Authors see under Content which file and line is wrong. \"Content is not taken\" in the operating guide."),
        new(
            "Finding answers", now.Check("index"), $"{Number(now.Guides)} guides and {Number(now.Services)} services.",
            "Questions are answered from these. For some minutes after a start or a large import they are found by their words only.",
            "Wait for ten minutes. If it stays: \"Answers are not found\" in the operating guide."),
        new(
            "Outbox", now.Check("outbox"), Outbox(now.Outbox, now.At),
            "Referrals, alerts, texts and check-ins wait here until they are carried out. The person has a reference and need not do anything.",
            "Supervisors see under Referrals what could not be sent and why, and send it again. \"The outbox is late\" in the operating guide."),
        new(
            "Taking people", now.Check("running"), now.Check("running") == HealthStatus.Healthy ? "Yes." : "It is being stopped.",
            "A node that is being stopped finishes what it has begun and takes nobody new.",
            "Nothing, when it is an upgrade. If nobody meant it: start it again."),
        new(
            "People who wait", now.Waiting == 0 ? HealthStatus.Healthy : HealthStatus.Degraded, $"{Number(now.Waiting)} wait to be answered on this node.",
            "When more write than can be answered, danger goes first, then people in the middle of something, then new questions, then figures for staff. Whoever can't be answered is told so, with numbers to ring.",
            "Expect more calls. If it stays for some minutes: \"People are turned away\" in the operating guide."),
        Model(now.Model),
        new("Open pages", HealthStatus.Healthy, $"{Number(now.Lines)} on this node.", "Pages and streams that hear at once what is new. Without one, a page shows it when it is loaded again.", ""),
    ];

    private static StatusLine Model(StatusOfModel? model) => new(
        "Language model",
        model is { IsOn: true } && model.Failed * 2 > model.Calls ? HealthStatus.Degraded : HealthStatus.Healthy,
        model is null ? "There is none, and none is needed." : $"{(model.IsOn ? "On" : "Off")}. Of the last {Number(model.Calls)} calls {Number(model.Failed)} came to nothing.",
        "It may only choose and shorten words. Without it everything goes on in plain words.",
        "An administrator may switch it off under Language model. \"The language model fails\" in the operating guide.");

    private static string Outbox(OutboxState? outbox, DateTimeOffset now) => outbox switch
    {
        null => "It can't be read.",
        { Waiting: 0, GivenUp: 0 } => "Nothing waits.",
        _ => $"{Number(outbox.Waiting)} wait, the oldest for {Number((long)outbox.Age(now).TotalMinutes)} minutes. {Number(outbox.GivenUp)} are not tried any more.",
    };

    private static string Number(long number) => number.ToString("N0", British);
}

/// <summary>What the page is made of.</summary>
/// <param name="At">When it was looked, UTC.</param>
/// <param name="Report">What the checks found.</param>
/// <param name="ContentSince">Since when the content in place is in place, UTC.</param>
/// <param name="Guides">Guides to answer from.</param>
/// <param name="Services">Services to answer from.</param>
/// <param name="Outbox">How the outbox stands; null when it can't be read.</param>
/// <param name="Lines">Open WebSockets.</param>
/// <param name="Waiting">Turns that wait to be begun.</param>
/// <param name="Model">The language model; null where there is none.</param>
internal sealed record StatusNow(DateTimeOffset At, HealthReport Report, DateTimeOffset ContentSince, int Guides, int Services, OutboxState? Outbox, long Lines, int Waiting, StatusOfModel? Model)
{
    /// <summary>What a check found.</summary>
    public HealthStatus Check(string name) => Report.Entries[name].Status;
}

/// <summary>How the language model does.</summary>
internal sealed record StatusOfModel(bool IsOn, int Calls, int Failed)
{
    public static StatusOfModel Of(bool isOn, ImmutableArray<ModelCall> lately) =>
        new(isOn, lately.Length, lately.Count(call => call.Verdict is ModelVerdict.Failed or ModelVerdict.Late or ModelVerdict.Resting));
}
