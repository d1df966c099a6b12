using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Queue;

/// <summary>The queue as HTML: the same for the page and for what is pushed to it.</summary>
/// <param name="Council">Names of skills.</param>
/// <param name="OfficerId">Who looks.</param>
/// <param name="Filter">What they want to see.</param>
/// <param name="Now">The moment.</param>
/// <param name="Open">The conversation that is open beside the queue; null on the page of the queue.</param>
internal sealed record QueueHtml(CouncilSettings Council, string OfficerId, QueueFilter Filter, DateTimeOffset Now, string? Open)
{
    /// <summary>Nobody reads further down than that, and each change of the queue goes to every open page.</summary>
    private const int MostWaitingShown = 40;

    public string Of(ImmutableArray<QueueEntry> entries)
    {
        var shown = entries.Where(entry => Filter.Shows(entry, OfficerId)).ToList();
        var mine = shown.Where(entry => entry.Officer?.Id == OfficerId).ToList();
        var waiting = shown.Where(entry => entry.IsWaiting(Now)).ToList();
        var calls = shown.Where(entry => entry.Officer is null && !entry.IsWaiting(Now)).OrderBy(entry => entry.NotBefore).ToList();
        var others = entries.Where(entry => entry.Officer is { } officer && officer.Id != OfficerId).ToList();
        var hidden = entries.Count(entry => entry.IsWaiting(Now)) - waiting.Count;
        return $"""
            {Section("mine", "With you", mine, "")}
            {Section("waiting", Waiting(waiting), [.. waiting.Take(MostWaitingShown)], "<p class=\"govuk-body-s empty\">Nobody is waiting.</p>")}{More(waiting.Count - MostWaitingShown)}{Hidden(hidden)}
            {Section("calls", "Calls to make", calls, "")}{Section("others", "With colleagues", others, "")}
            """;
    }

    /// <summary>Who is in danger and waits, in one line across the page; empty when nobody is.</summary>
    public string Danger(ImmutableArray<QueueEntry> entries)
    {
        var first = entries.FirstOrDefault(entry => entry.IsDanger && entry.IsWaiting(Now) && entry.ConversationId != Open);
        return first is null ? "" : $"""
            <div class="danger-line"><p><strong>Danger</strong> {Encode(ChannelWords.Of(first.Channel))}, {Encode(Ago(first.Since))} ago: {Encode(ConcernWords.Of(first.Reason))}. The assistant has given the numbers to ring.</p>
            <button form="act" formaction="/desk/conversations/{first.ConversationId}/accept{Encode(Filter.Query)}" class="govuk-button govuk-button--inverse" data-accept="first">Take it now<kbd>Alt+A</kbd></button></div>
            """;
    }

    private string Waiting(List<QueueEntry> waiting) => waiting.Count == 0
        ? "Waiting"
        : $"Waiting, {waiting.Count} · longest {Ago(waiting.Min(entry => entry.Since))}";

    private static string More(int count) => count <= 0 ? "" : $"<p class=\"govuk-body-s\">{(count == 1 ? "1 more waits" : $"{count} more wait")} after these.</p>";

    private static string Hidden(int count) => count <= 0 ? "" : $"<p class=\"govuk-body-s\">{(count == 1 ? "1 more waits" : $"{count} more wait")} outside your filter.</p>";

    private string Section(string id, string title, List<QueueEntry> entries, string empty) => entries.Count == 0 && empty.Length == 0 ? "" :
        $"<section class=\"waiting\" aria-labelledby=\"q-{id}\"><h2 id=\"q-{id}\">{Encode(title)}</h2>{(entries.Count == 0 ? empty : $"<ul>{string.Concat(entries.Select(Item))}</ul>")}</section>";

    private string Item(QueueEntry entry)
    {
        var isMine = entry.Officer?.Id == OfficerId;
        var accept = Open is null && entry.Officer is null
            ? $"<button form=\"act\" formaction=\"/desk/conversations/{entry.ConversationId}/accept{Encode(Filter.Query)}\" class=\"govuk-button govuk-button--secondary\" data-accept>Accept<span class=\"govuk-visually-hidden\">, {Encode(ConcernWords.Of(entry.Reason))}</span></button>"
            : "";
        return $"""
            <li class="{(entry.ConversationId == Open ? "open" : "")}{(entry.IsDanger ? " danger" : "")}"><a href="/desk/conversations/{entry.ConversationId}{Encode(Filter.Query)}"{(entry.ConversationId == Open ? " aria-current=\"true\"" : "")}>
            <span class="line">{Tag(entry, isMine)} <small>{Encode(Detail(entry))}</small></span>
            <span class="words">{Encode(entry.Words.Length > 0 ? $"“{entry.Words}”" : ConcernWords.Of(entry.Reason))}</span></a>{accept}</li>
            """;
    }

    private string Tag(QueueEntry entry, bool isMine) => entry switch
    {
        { Officer: not null } when isMine && entry.LastSaidAt > entry.JoinedAt && entry.ConversationId != Open => Tag("yellow", "New words"),
        { Officer: not null } when isMine => Tag("green", "With you"),
        { Officer: { } officer } => Tag("grey", officer.Name),
        { IsDanger: true } => Tag("red", ConcernWords.Of(entry.Reason)),
        { NotBefore: { } at } => Tag("blue", $"Ring {(CouncilCalendar.InLondon(at).Date == CouncilCalendar.InLondon(Now).Date ? "" : CouncilCalendar.InLondon(at).ToString("d MMM ", CultureInfo.InvariantCulture))}{DeskPage.Clock(at)}"),
        _ when entry.PromisedBy < Now => Tag("orange", $"Late by {Span(Now - entry.PromisedBy)}"),
        _ => Tag("yellow", ConcernWords.Of(entry.Reason)),
    };

    private static string Tag(string colour, string words) => $"<strong class=\"govuk-tag govuk-tag--{colour}\">{Encode(words)}</strong>";

    private string Detail(QueueEntry entry)
    {
        var skill = entry.Skill.Length > 0 ? Council.Desk.NameOfSkill(entry.Skill) : "";
        var promised = entry.Officer is null && entry.NotBefore is null ? $"by {DeskPage.Clock(entry.PromisedBy)}" : "";
        return string.Join(" · ", new[] { entry.ForOfficer == OfficerId ? "for you" : "", Ago(entry.Since), promised, ChannelWords.Of(entry.Channel).ToLowerInvariant(), entry.Patch, skill }.Where(part => part.Length > 0));
    }

    private string Ago(DateTimeOffset since) => Span(Now - since);

    private static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => $"{Math.Max(0, (int)time.TotalSeconds)} sec",
        { TotalMinutes: < 90 } => $"{(int)time.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)time.TotalHours} hours",
        _ => $"{(int)time.TotalDays} days",
    };

    private static string Encode(string text) => DeskPage.Encode(text);
}
