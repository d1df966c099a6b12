using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>What officers do in a conversation. Each becomes an event of the conversation, and the conversation decides whether it may happen.</summary>
internal static class OfficerActs
{
    private static readonly TimeSpan FurthestCall = TimeSpan.FromDays(92);

    public static async Task<IResult> SayAsync(HttpContext http, string id, TurnRunner runner, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        return acting.Text.Length == 0
            ? acting.Refuse("empty")
            : await acting.RunAsync(runner, clock, new ConversationEvent.OfficerSays(acting.Officer, new Reply { Text = MessageText.Clean(acting.Text) }));
    }

    public static async Task<IResult> WhisperAsync(HttpContext http, string id, TurnRunner runner, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        return acting.Text.Length == 0 ? acting.Refuse("empty") : await acting.RunAsync(runner, clock, new ConversationEvent.OfficerWhispers(acting.Officer, acting.Text));
    }

    public static async Task<IResult> SendAnswerAsync(HttpContext http, string id, TurnRunner runner, ConversationStore store, SurroundingsSource source, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        if (await store.FindAsync(id, http.RequestAborted) is not { } conversation)
        {
            return Results.NotFound();
        }

        using var loan = source.Borrow(clock.GetUtcNow());
        return FoundAnswer.Part(FoundAnswer.For(acting["find"], conversation, loan.Surroundings), acting["what"]) is { } answer
            ? await acting.RunAsync(runner, clock, new ConversationEvent.OfficerSays(acting.Officer, answer))
            : acting.Refuse("not-found");
    }

    public static async Task<IResult> TransferAsync(HttpContext http, string id, TurnRunner runner, DeskPresence presence, SurroundingsSource source, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        var (skill, colleague) = acting["to"].Split(':', 2) switch
        {
            ["skill", var named] when source.At(clock.GetUtcNow()).Content.Council.Desk.Skills.Any(known => known.Id == named) => (named, (Officer?)null),
            ["officer", var who] => ("", (await presence.AllAsync(http.RequestAborted)).FirstOrDefault(member => member.Officer.Id == who)?.Officer),
            _ => ("", null),
        };
        return (skill.Length == 0 && colleague is null) || acting.Text.Length == 0
            ? acting.Refuse("empty")
            : await acting.RunAsync(runner, clock, new ConversationEvent.OfficerTransfers(acting.Officer, skill, colleague, acting.Text), "/desk/queue?said=transferred");
    }

    public static async Task<IResult> GiveBackAsync(HttpContext http, string id, TurnRunner runner, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        return await acting.RunAsync(runner, clock, new ConversationEvent.OfficerGivesBack(acting.Officer), "/desk/queue?said=given-back");
    }

    public static async Task<IResult> WrapUpAsync(HttpContext http, string id, TurnRunner runner, SurroundingsSource source, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        return source.At(clock.GetUtcNow()).Content.Desk.Outcomes.Any(outcome => outcome.Code == acting["outcome"])
            ? await acting.RunAsync(runner, clock, new ConversationEvent.OfficerWrapsUp(acting.Officer, acting["outcome"], acting.Text), "/desk/queue?said=wrapped-up")
            : acting.Refuse("empty");
    }

    public static async Task<IResult> OfferTimesAsync(HttpContext http, string id, TurnRunner runner, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        return await acting.RunAsync(runner, clock, new ConversationEvent.OfficerOffersTimes(acting.Officer, acting["kind"]));
    }

    public static async Task<IResult> BookAsync(HttpContext http, string id, TurnRunner runner, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        return BookingHtml.Read(acting["slot"]) is { } slot
            ? await acting.RunAsync(runner, clock, new ConversationEvent.OfficerBooks(acting.Officer, slot))
            : acting.Refuse("empty");
    }

    public static async Task<IResult> PromiseCallAsync(HttpContext http, string id, TurnRunner runner, SurroundingsSource source, TimeProvider clock)
    {
        var acting = await Acting.ReadAsync(http, id);
        var now = clock.GetUtcNow();
        return DateTime.TryParseExact(acting["at"], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && CouncilCalendar.FromLondon(local) is var at && at > now && at < now + FurthestCall && source.At(now).Content.Calendar.IsOpen(at)
            ? await acting.RunAsync(runner, clock, new ConversationEvent.OfficerPromisesCall(acting.Officer, at, acting.Text), "/desk/queue?said=call-promised")
            : acting.Refuse("bad-time");
    }
}
