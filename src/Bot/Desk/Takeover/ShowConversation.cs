using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Files;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.LanguageModel.Officers;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>Shows one conversation with everything an officer needs beside it.</summary>
internal static class ShowConversation
{
    public static async Task<IResult> HandleAsync(HttpContext http, string id, ConversationStore store, QueueBoard board, DeskQueue queue, DeskPresence presence, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, KeptFiles files, AppointmentBook book, ViewAudit audit)
    {
        if (!ConversationId.IsValid(id) || await store.FindAsync(id, http.RequestAborted) is not { } conversation)
        {
            return DeskPage.NotFound(http, "There is no such conversation");
        }

        var officer = http.Officer();
        await presence.SeenAsync(officer, http.Roles());
        var seat = Seats.Of(conversation, officer);
        await audit.NoteAsync(http, DeskActions.SeeConversation, id, seat.InWords());
        if (seat == Seat.Mine)
        {
            // Where the page has no script, looking at it is the only sign that the officer is there.
            await queue.RenewAsync(id, officer.Id, DeskQueue.FirstLease);
        }

        await board.RefreshAsync(http.RequestAborted);
        var log = await store.ReadStaffLogAsync(id, 0, http.RequestAborted);
        var sent = FilesHtml.Of(id, await files.OfAsync(id, http.RequestAborted));
        var colleagues = await presence.AllAsync(http.RequestAborted);
        using var loan = source.Borrow(clock.GetUtcNow());
        var help = http.RequestServices.GetService<OfficerHelp>();
        var notes = help is { IsOn: true } && http.Request.Query["help"] == "1" ? await help.ForAsync(conversation, log, loan.Surroundings, http.RequestAborted) : null;
        sent += help is { IsOn: true } ? NotesHtml.Of(id, notes, seat == Seat.Mine, DeskPage.Token(antiforgery, http)) : "";
        var around = loan.Surroundings with { Diary = seat == Seat.Mine ? await book.ReadAsync(http.RequestAborted) : null };
        var html = Html(http, conversation, seat, log, sent, [.. colleagues.Where(member => member.Officer.Id != officer.Id)], board.Now, around, DeskPage.Token(antiforgery, http));
        return DeskPage.Show(http, "Conversation", html, script: "/desk.js", isWide: true);
    }

    private static string Html(HttpContext http, Conversation conversation, Seat seat, ImmutableArray<LogEntry> log, string sent, ImmutableArray<StaffMember> colleagues, QueueSnapshot snapshot, Surroundings around, string token)
    {
        var officer = http.Officer();
        var summary = ConversationSummary.Of(conversation, around);
        var queue = new QueueHtml(around.Content.Council, officer.Id, QueueFilter.From(http.Request), around.Now, conversation.Id);
        var find = http.Request.Query["find"].ToString();
        return ConversationPage.Html(
            conversation,
            seat,
            new StaffLogHtml(around.Content).Of(log),
            log.IsEmpty ? 0 : log[^1].Sequence,
            Composer(http, conversation, seat, colleagues, around, new ComposerHtml(around.Content, conversation.Id, token, officer)),
            SummaryHtml.Of(summary, conversation, around.Content, around.Now),
            sent,
            FoundHtml.Of(conversation.Id, find, FoundAnswer.For(find, conversation, around), seat == Seat.Mine, token),
            queue,
            snapshot,
            token,
            ConversationPage.Notice(http.Request.Query["said"].ToString(), seat, summary, conversation.Handover));
    }

    private static string Composer(HttpContext http, Conversation conversation, Seat seat, ImmutableArray<StaffMember> colleagues, Surroundings around, ComposerHtml composer) => seat switch
    {
        Seat.Mine => composer.Mine(Draft(http, around), colleagues, Suggested(conversation, around.Content), CallAt(around), around.Diary is { } diary ? BookingHtml.Of(diary, around, composer.Post) : "", around.IsOpen),
        Seat.Colleague => composer.Colleague(conversation.Handover!, http.User.May(DeskActions.StepIn)),
        _ => composer.Open(seat),
    };

    private static string Draft(HttpContext http, Surroundings around) =>
        around.Content.Desk.Replies.FirstOrDefault(reply => reply.Id == http.Request.Query["ready"].ToString()) is { } ready ? ReadyText.Of(ready, around.Content.Council, http.Officer(), around.IsOpen) : "";

    private static string Suggested(Conversation conversation, BotContent content)
    {
        var when = conversation.References.IsEmpty ? "advice" : "referral";
        return content.Desk.Outcomes.FirstOrDefault(outcome => outcome.Suggest == when)?.Code ?? "";
    }

    // The next quarter of an hour at which somebody is in the office.
    private static DateTimeOffset CallAt(Surroundings around)
    {
        var soon = around.Now.AddMinutes(30);
        var quarter = soon.AddTicks(-(soon.Ticks % TimeSpan.FromMinutes(15).Ticks));
        return CouncilCalendar.InLondon(around.Content.Calendar.NextOpening(quarter));
    }
}
