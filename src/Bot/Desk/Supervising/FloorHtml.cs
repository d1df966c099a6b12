using System.Globalization;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Supervising;

/// <summary>The floor as HTML. It shows nobody's words: whoever wants to read a conversation opens it, and that is noted.</summary>
internal static class FloorHtml
{
    private const int Shown = 60;

    public static string Page(FloorNow floor) => $"""
        <h1 class="govuk-heading-l">The floor</h1><div id="floor" data-from="/desk/floor/now">{Now(floor)}</div>
        """;

    /// <summary>What changes.</summary>
    public static string Now(FloorNow floor) => $"""
        <dl class="tiles">{Tile("Waiting", floor.Waiting.Length.ToString(CultureInfo.InvariantCulture))}{Tile("Longest wait", floor.Longest is { } longest ? Span(longest) : "nobody waits")}{Tile("Later than promised", floor.Late.ToString(CultureInfo.InvariantCulture))}{Tile("Usual wait, last hour", floor.LatelyWaited is { } lately ? Span(lately) : "not known")}{Tile("At the desk", floor.On.Length.ToString(CultureInfo.InvariantCulture))}{Tile("Concerns open", floor.Concerns.Sum(concern => concern.Value).ToString(CultureInfo.InvariantCulture))}</dl>
        {Concerns(floor)}{Staff(floor)}{Conversations(floor)}<p class="govuk-body-s">As it was at {DeskPage.Clock(floor.Now)}.</p>
        """;

    private static string Tile(string label, string value) => $"<div><dt>{label}</dt><dd>{value}</dd></div>";

    private static string Concerns(FloorNow floor) => floor.Concerns.IsEmpty ? "" : $"""
        <section aria-labelledby="concerns"><h2 id="concerns" class="govuk-heading-m">Concerns that nobody has taken</h2><ul class="govuk-list">{string.Concat(floor.Concerns.Select(concern => $"<li><strong class=\"govuk-tag govuk-tag--red\">{concern.Value}</strong> {Encode(ConcernWords.Of(concern.Key))}</li>"))}</ul><p class="govuk-body"><a class="govuk-link" href="/desk/referrals">Take them under Referrals</a></p></section>
        """;

    private static string Staff(FloorNow floor) => $"""
        <section aria-labelledby="on"><h2 id="on" class="govuk-heading-m">At the desk</h2>{(floor.On.IsEmpty ? "<p class=\"govuk-body\">Nobody is at the desk.</p>" : $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table: at the desk\"><table class=\"govuk-table\"><caption class=\"govuk-visually-hidden\">Staff at the desk</caption><thead><tr><th scope=\"col\">Who</th><th scope=\"col\">Role</th><th scope=\"col\">Conversations</th></tr></thead><tbody>{string.Concat(floor.On.Select(member => $"<tr><th scope=\"row\">{Encode(member.Officer.Name)}</th><td>{Encode(string.Join(", ", member.Roles))}</td><td>{floor.With(member.Officer.Id)}</td></tr>"))}</tbody></table></div>")}</section>
        """;

    private static string Conversations(FloorNow floor) => floor.Entries.IsEmpty ? "<p class=\"govuk-body\">No conversation is with the desk.</p>" : $"""
        <section aria-labelledby="talks"><h2 id="talks" class="govuk-heading-m">Conversations</h2><div class="wide" tabindex="0" role="region" aria-label="Table: conversations"><table class="govuk-table"><caption class="govuk-visually-hidden">Conversations that wait or are with an officer</caption><thead><tr><th scope="col">Why</th><th scope="col">With</th><th scope="col">Since</th><th scope="col">Where</th><th scope="col">Last words</th><th scope="col"><span class="govuk-visually-hidden">Open</span></th></tr></thead><tbody>{string.Concat(floor.Entries.Take(Shown).Select(entry => Row(entry, floor.Now)))}</tbody></table></div></section>
        """;

    private static string Row(QueueEntry entry, DateTimeOffset now) => $"""
        <tr><th scope="row"><strong class="govuk-tag govuk-tag--{(entry.IsDanger ? "red" : entry.Officer is null ? "yellow" : "green")}">{Encode(ConcernWords.Of(entry.Reason))}</strong></th><td>{Encode(entry.Officer?.Name ?? (entry.IsWaiting(now) ? "waits" : "a call is promised"))}</td><td>{Span(now - (entry.JoinedAt ?? entry.Since))}</td><td>{Encode(ChannelWords.Of(entry.Channel))}{(entry.Patch.Length > 0 ? $", {Encode(entry.Patch)}" : "")}</td><td>{Span(now - entry.LastSaidAt)} ago</td><td><a class="govuk-link" href="/desk/conversations/{entry.ConversationId}">Read along<span class="govuk-visually-hidden">: {Encode(ConcernWords.Of(entry.Reason))}, {Span(now - entry.Since)}</span></a></td></tr>
        """;

    private static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalSeconds):0} sec"),
        { TotalMinutes: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days"),
    };

    private static string Encode(string text) => DeskPage.Encode(text);
}
