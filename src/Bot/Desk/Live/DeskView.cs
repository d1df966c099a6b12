using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Files;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Live;

/// <summary>What an open page shows, so that only what is new is pushed. Immutable: each push gives a new one.</summary>
internal sealed record DeskView(Officer Officer, ImmutableArray<string> Roles, QueueFilter Filter, string? ConversationId, long After)
{
    /// <summary>The queue that was pushed last.</summary>
    public long QueueVersion { get; init; } = -1;

    /// <summary>What of it was shown: the same again is not sent.</summary>
    public string ShownQueue { get; init; } = "";

    /// <summary>How the officer stood to the conversation when it was pushed last; null before that.</summary>
    public Seat? Seat { get; init; }

    public static DeskView Of(HttpContext http)
    {
        var open = http.Request.Query["conversation"].ToString();
        _ = long.TryParse(http.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        return new DeskView(http.Officer(), http.Roles(), QueueFilter.From(http.Request), Conversations.ConversationId.IsValid(open) ? open : null, after);
    }

    /// <summary>What is new since the last push, and the view after it.</summary>
    public (DeskUpdate Update, DeskView After) Update(QueueSnapshot snapshot, ImmutableArray<LogEntry> log, Conversation? conversation, ImmutableArray<KeptFile> files, Surroundings around)
    {
        var queue = new QueueHtml(around.Content.Council, Officer.Id, Filter, around.Now, ConversationId);
        var seat = conversation is null ? Seat : Seats.Of(conversation, Officer);
        var last = log.IsEmpty ? After : log[^1].Sequence;
        var shown = queue.Of(snapshot.Entries);
        var update = new DeskUpdate(
            shown == ShownQueue ? null : shown,
            queue.Danger(snapshot.Entries),
            snapshot.Entries.Count(entry => entry.IsWaiting(around.Now) && Filter.Shows(entry, Officer.Id)),
            snapshot.Entries.Count(entry => entry.Officer?.Id == Officer.Id && entry.ConversationId != ConversationId && entry.LastSaidAt > entry.JoinedAt),
            last,
            log.IsEmpty ? null : new StaffLogHtml(around.Content).Of(log),
            conversation is null ? null : SummaryHtml.Of(ConversationSummary.Of(conversation, around), conversation, around.Content, around.Now),
            conversation is null ? null : FilesHtml.Of(conversation.Id, files),
            seat?.ToString());
        return (update, this with { QueueVersion = snapshot.Version, ShownQueue = shown, Seat = seat, After = last });
    }
}
