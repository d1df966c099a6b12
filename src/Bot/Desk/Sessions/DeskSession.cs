using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>One sign-in of somebody at the desk.</summary>
/// <param name="Id">32 hex digits. It opens nothing by itself: the cookie that carries it is sealed.</param>
/// <param name="Officer">Who.</param>
/// <param name="Browser">A few words, "Firefox on Windows"; empty when it doesn't say.</param>
/// <param name="BeganAt">When they signed in, UTC.</param>
/// <param name="UsedAt">When it was last used, UTC, up to a minute too early.</param>
/// <param name="EndedAt">When it ended, UTC; null when nobody has written that down yet.</param>
/// <param name="EndedBy">Name of who ended it, or <see cref="ByItself"/>; empty when it hasn't ended.</param>
internal sealed record DeskSession(string Id, Officer Officer, string Browser, DateTimeOffset BeganAt, DateTimeOffset UsedAt, DateTimeOffset? EndedAt, string EndedBy)
{
    /// <summary>Nobody ended it: it was not used, or had lasted long enough.</summary>
    public const string ByItself = "assistant";

    /// <summary>When it ends if it is not used any more, UTC.</summary>
    public DateTimeOffset EndsAt(SessionLimits limits) => UsedAt + limits.Idle < BeganAt + limits.Longest ? UsedAt + limits.Idle : BeganAt + limits.Longest;

    /// <summary>It is good for what is asked now.</summary>
    public bool IsOpen(SessionLimits limits, DateTimeOffset now) => EndedAt is null && now < EndsAt(limits);

    /// <summary>Why it is over, in a sentence for whoever had it.</summary>
    public string Why(SessionLimits limits) => EndedBy switch
    {
        { Length: > 0 } who when who == Officer.Name => "You signed out, here or from another browser.",
        { Length: > 0 } who when who != ByItself => $"You were signed out by {who}.",
        _ when UsedAt + limits.Idle < BeganAt + limits.Longest => $"You were signed out, because nothing was done here for {InWords(limits.Idle)}.",
        _ => $"You were signed out, because you had been signed in for {InWords(limits.Longest)}.",
    };

    /// <summary>"30 minutes", "8 hours".</summary>
    public static string InWords(TimeSpan time) => time.TotalHours >= 1 && time.Minutes == 0 ? Counted((int)time.TotalHours, "hour") : Counted((int)time.TotalMinutes, "minute");

    private static string Counted(int count, string what) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
