using System.Collections.Immutable;
using System.Text;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The whole resident page as HTML.</summary>
internal static class ResidentPage
{
    public static string Render(CouncilSettings council, ImmutableArray<LogEntry> log, FormProgress? progress, string tokenName, string token)
    {
        var e = (Func<string, string>)ReplyHtml.Encode;
        return $"""
            <!doctype html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Care and support – {e(council.Name)}</title><link rel="stylesheet" href="/site.css"></head>
            <body>
            <a class="skip" href="#message">Skip to your message</a>
            <header><div class="in"><b>{e(council.Name)}</b><a class="exit" href="{e(council.QuickExit)}" rel="noreferrer">Leave this page quickly</a></div></header>
            <div class="help"><div class="in">In danger now? Ring <a href="tel:999">999</a>. Rather talk? <a href="tel:{Digits(council.Phone)}">{e(council.Phone)}</a>, {e(council.HoursInWords)}.</div></div>
            <main><div class="talk">
            <h1>Care and support</h1><p class="lead">Ask anything, or tell us what is going on. Use your own words.</p>
            <div role="log" aria-live="polite" aria-label="Conversation" class="log">{Entries(log)}</div>
            <form id="say" class="say" method="post" action="/chat">
            <input type="hidden" name="{e(tokenName)}" value="{e(token)}"><input type="hidden" name="key" value="{ConversationId.New()}">
            <div class="chips">{(log.LastOrDefault()?.Reply is { } last ? ReplyHtml.Actions(last) : "")}</div>
            <label for="message">Your message</label><div class="row"><textarea id="message" name="text" rows="2" maxlength="10000"></textarea><button class="send" name="send" value="1">Send</button></div>
            </form></div>
            <aside>{Progress(progress)}<section aria-label="You can always"><h2>You can always</h2>
            {Always("Go back", "Go back")}{Always("Check or change my answers", "check my answers")}{Always("Talk to a person", "Talk to a person")}{Always("Save and finish later", "Save and finish later")}{Always("Start again", "Start again")}
            </section></aside></main>
            <footer><div class="in"><p>{e(council.Privacy)}</p><p>This is an automatic assistant. A person reads what you send us for help.</p></div></footer>
            </body></html>
            """;
    }

    private static string Entries(ImmutableArray<LogEntry> log)
    {
        var html = new StringBuilder();
        for (var i = 0; i < log.Length; i++)
        {
            var entry = log[i];
            var id = i == log.Length - 1 ? " id=\"latest\"" : "";
            var at = CouncilCalendar.InLondon(entry.At).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            html.Append(entry.Who == Speaker.Resident
                ? $"<div class=\"m me\"{id}><p class=\"who\">You, {at}</p><div class=\"t\">{ReplyHtml.Encode(entry.Text)}</div></div>"
                : $"<div class=\"m\"{id}><p class=\"who\">{(entry.Who == Speaker.Officer ? "Council officer" : "Assistant")}, {at}</p>{(entry.Reply is { } reply ? ReplyHtml.Of(reply) : ReplyHtml.Encode(entry.Text))}</div>");
        }

        return html.ToString();
    }

    private static string Progress(FormProgress? progress) => progress is null ? "" :
        $"<section aria-label=\"Where you are\"><h2>Step {progress.Now} of {progress.Steps.Length}</h2><ol class=\"steps\">{string.Concat(progress.Steps.Select(step => $"<li class=\"{(step.IsDone ? "done" : step.IsNow ? "now" : "")}\"{(step.IsNow ? " aria-current=\"step\"" : "")}>{ReplyHtml.Encode(step.Title)}</li>"))}</ol></section>";

    private static string Always(string label, string value) => $"<button class=\"link\" form=\"say\" name=\"text\" value=\"{value}\">{label}</button>";

    private static string Digits(string phone) => new([.. phone.Where(char.IsAsciiDigit)]);
}
