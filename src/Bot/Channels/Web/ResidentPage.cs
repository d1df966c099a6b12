using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The resident page: complete as it is served; a small script only makes it live.</summary>
internal static class ResidentPage
{
    public static string Render(CouncilSettings council, ImmutableArray<LogEntry> log, FormProgress? progress, string booked, string tokenName, string token, string said, PageMode mode, string notice = "") => PageHtml.Public(council, "Care and support", $"""
        <main id="main" class="in two"><div class="talk">
        <h1 class="govuk-heading-l">Care and support</h1>
        {(notice.Length > 0 ? notice : "<p class=\"lead\">Ask anything, or tell us what is going on. Use your own words.</p>")}
        <div id="log" role="log" aria-live="polite" aria-label="Conversation" class="log" tabindex="0" data-last="{Last(log)}">{LogHtml.Of(log)}</div>
        <form id="say" class="say" method="post" action="/chat">
        <input type="hidden" name="{PageHtml.Encode(tokenName)}" value="{PageHtml.Encode(token)}"><input type="hidden" name="key" value="{ConversationId.New()}"><input type="hidden" name="{PageModes.Field}" value="{mode.Word()}">
        <div id="chips" class="chips">{Chips(log)}</div>
        <label for="message">Your message</label>
        <div class="row"><textarea id="message" name="text" rows="2" maxlength="10000" autocomplete="off"></textarea><button class="send" name="send" value="1">Send</button></div>
        <p id="state" class="state" role="status">{PageHtml.Encode(said)}</p>
        </form>{VoteHtml.Form(tokenName, token, mode)}</div>
        <div id="aside" class="aside">{AsideHtml.Of(progress, booked)}</div></main>
        {(mode == PageMode.Kiosk ? KioskHtml.Warning(council) : "")}
        """, "/live.js", mode: mode);

    /// <summary>The page for somebody who comes while the assistant is turned off: what the council says, with numbers to ring, and nothing to write in.</summary>
    public static string TurnedOff(CouncilSettings council, ImmutableArray<LogEntry> told, PageMode mode) => PageHtml.Public(council, "Care and support", $"""
        <main id="main" class="in"><h1 class="govuk-heading-l">Care and support</h1><div class="log">{LogHtml.Of(told)}</div></main>
        """, mode: mode);

    /// <summary>Buttons of the last reply.</summary>
    public static string Chips(ImmutableArray<LogEntry> log) => log.LastOrDefault(entry => entry.Who != Speaker.Client)?.Reply is { } last ? ReplyHtml.Actions(last) : "";

    private static long Last(ImmutableArray<LogEntry> log) => log.IsEmpty ? 0 : log[^1].Sequence;
}
