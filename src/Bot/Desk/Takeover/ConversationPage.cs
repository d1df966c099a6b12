using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Queue;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>One conversation: the queue on the left, the talk, and who it is on the right.</summary>
internal static class ConversationPage
{
    /// <param name="queue">The queue beside it.</param>
    /// <param name="composer">Where the officer writes.</param>
    /// <param name="summary">Who it is.</param>
    /// <param name="sent">What they sent: pictures and letters.</param>
    /// <param name="finder">The knowledge base.</param>
    public static string Html(Conversation conversation, Seat seat, string log, long last, string composer, string summary, string sent, string finder, QueueHtml queue, QueueSnapshot snapshot, string token, string notice) => $"""
        <div id="danger" role="alert">{queue.Danger(snapshot.Entries)}</div>
        <form id="act" method="post" action="/desk/queue">{token}</form>
        <div class="cols"><aside class="q" aria-label="Queue"><p class="back"><a class="govuk-link" href="/desk/queue{DeskPage.Encode(queue.Filter.Query)}">The whole queue</a></p><div id="queue" class="queue" data-live="{DeskPage.Encode(Live(conversation.Id, queue.Filter))}" data-seat="{seat}">{queue.Of(snapshot.Entries)}</div>{QueuePage.AlertControls}</aside>
        <section class="talk" aria-label="Conversation"><h1 class="govuk-visually-hidden">Conversation</h1>{notice}
        <div id="log" class="staff-log" role="log" aria-live="polite" aria-label="What was said" tabindex="0" data-last="{last}">{log}</div>
        <div id="composer" class="composer">{composer}</div></section>
        <aside class="person" aria-label="Who it is"><div id="summary" class="summary">{summary}</div><div id="files" class="summary">{sent}</div>{finder}</aside></div>
        """;

    /// <summary>What the officer has to know before writing.</summary>
    public static string Notice(string said, Seat seat, ConversationSummary summary, Handover? handover)
    {
        var open = seat == Seat.Mine && summary.OpenQuestion is { } question ? $"<p class=\"kept\">Open question kept: “{DeskPage.Encode(question.Ask)}” The assistant goes on from there when you give it back.</p>" : "";
        return said switch
        {
            "held" when seat == Seat.Colleague => $"<p class=\"said\" role=\"alert\">{DeskPage.Encode(handover!.Officer!.Name)} was quicker and has this conversation.</p>",
            "lost" => "<p class=\"said\" role=\"alert\">You don't have this conversation any more. What you wrote was not sent.</p>",
            "too-late" => "<p class=\"said\" role=\"alert\">Nothing was booked: that time is not free any more. Choose another.</p>",
            "empty" => "<p class=\"said\" role=\"alert\">Nothing was sent: there were no words.</p>",
            "bad-time" => "<p class=\"said\" role=\"alert\">No call was promised: choose a time to come when somebody is in the office.</p>",
            "not-found" => "<p class=\"said\" role=\"alert\">Nothing was sent: that answer isn't there any more. Search again.</p>",
            _ => "",
        } + open;
    }

    private static string Live(string id, QueueFilter filter) => $"/desk/live{(filter.Query.Length == 0 ? "?" : $"{filter.Query}&")}conversation={id}";
}
