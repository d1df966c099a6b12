using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>The pages in HTML: where somebody is signed in, and who is.</summary>
internal static class SessionsPage
{
    private const string OwnEnd = $"{SessionEndpoints.Path}/end";
    private const string AnyEnd = $"{SessionEndpoints.EverybodyPath}/end";

    /// <param name="open">Their own that are open.</param>
    /// <param name="ended">Their own that have ended.</param>
    /// <param name="mine">The one that asks.</param>
    /// <param name="token">The hidden field of the forms.</param>
    public static string Own(ImmutableArray<DeskSession> open, ImmutableArray<DeskSession> ended, string mine, SessionLimits limits, string token) => $"""
        <h1 class="govuk-heading-l">Where you are signed in</h1>
        <p class="govuk-body">If one of these is not you, end it, and tell whoever looks after your council's accounts. You are signed out when you do nothing for {DeskSession.InWords(limits.Idle)}, and {DeskSession.InWords(limits.Longest)} after you signed in.</p>
        <ul class="sessions">{string.Concat(open.Select(session => Open(session, mine, OwnEnd, token, "")))}</ul>
        {(open.Length > 1 ? Button(OwnEnd, "which", "others", "End all others", "", token) : "")}
        {Ended(ended, withName: false)}
        """;

    /// <param name="open">All that are open.</param>
    /// <param name="ended">The last that have ended.</param>
    /// <param name="mine">The one that asks.</param>
    /// <param name="token">The hidden field of the forms.</param>
    public static string Everybody(ImmutableArray<DeskSession> open, ImmutableArray<DeskSession> ended, string mine, string token) => $"""
        <h1 class="govuk-heading-l">Who is signed in</h1>
        <p class="govuk-body">What you end here is over at once; pages that are open are told within seconds. Residents notice nothing. Somebody who has left the council also has to lose their account or their role there: otherwise they can sign in again.</p>
        {string.Concat(open.GroupBy(session => session.Officer.Id).OrderBy(person => person.First().Officer.Name, StringComparer.Ordinal).Select(person => Person([.. person], mine, token)))}
        <section aria-labelledby="all"><h2 class="govuk-heading-m" id="all">End everybody's</h2><p class="govuk-body">For when something is wrong. Everybody has to sign in again, and so do you.</p>
        <form method="post" action="{AnyEnd}">{token}<input type="hidden" name="which" value="everybody"><button class="govuk-button govuk-button--warning">End everybody's</button></form></section>
        {Ended(ended, withName: true)}
        """;

    private static string Person(ImmutableArray<DeskSession> open, string mine, string token)
    {
        var (id, name) = open[0].Officer;
        return $"""
            <section><h2 class="govuk-heading-m">{Encode(name)} <span class="hash">({Encode(id)})</span></h2>
            <ul class="sessions">{string.Concat(open.Select(session => Open(session, mine, AnyEnd, token, name)))}</ul>
            {(open.Length > 1 ? Button(AnyEnd, "person", id, $"End all of {name}", "", token) : "")}</section>
            """;
    }

    private static string Open(DeskSession session, string mine, string action, string token, string name) => $"""
        <li><div><strong>{Encode(Browser(session))}</strong>{(session.Id == mine ? " <strong class=\"govuk-tag\">This one</strong>" : "")}
        <span>Signed in {DeskPage.Time(session.BeganAt)}. Last used {DeskPage.Time(session.UsedAt)}.</span></div>{Button(action, "session", session.Id, "End", $"{Browser(session)}{(name.Length > 0 ? $" of {name}" : "")}, signed in {DeskPage.Time(session.BeganAt)}", token)}</li>
        """;

    private static string Ended(ImmutableArray<DeskSession> ended, bool withName) => ended.IsEmpty ? "" : $"""
        <section aria-labelledby="ended"><h2 class="govuk-heading-m" id="ended">Ended in the last {SessionLimits.DaysKept} days</h2>
        <ul class="sessions">{string.Concat(ended.Select(session => $"<li><div><strong>{(withName ? $"{Encode(session.Officer.Name)}: " : "")}{Encode(Browser(session))}</strong><span>Signed in {DeskPage.Time(session.BeganAt)}. Ended {DeskPage.Time(session.EndedAt!.Value)}, {Encode(By(session))}.</span></div></li>"))}</ul></section>
        """;

    private static string By(DeskSession session) => session.EndedBy == DeskSession.ByItself ? "by itself" : $"by {session.EndedBy}";

    private static string Browser(DeskSession session) => session.Browser.Length > 0 ? session.Browser : "A browser that does not say what it is";

    private static string Button(string action, string field, string value, string label, string what, string token) =>
        $"<form method=\"post\" action=\"{action}\">{token}<input type=\"hidden\" name=\"{field}\" value=\"{Encode(value)}\"><button class=\"govuk-button govuk-button--secondary\">{Encode(label)}{(what.Length > 0 ? $"<span class=\"govuk-visually-hidden\"> {Encode(what)}</span>" : "")}</button></form>";

    private static string Encode(string text) => DeskPage.Encode(text);
}
