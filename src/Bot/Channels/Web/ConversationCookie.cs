using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Which conversation a browser is in: an id that nobody can guess, in a cookie that no script can read.</summary>
internal static class ConversationCookie
{
    private const string Name = "tl-conversation";
    private const int Days = 28;

    public static async Task<Conversation?> FindAsync(HttpContext http, ConversationStore store) =>
        OwnCookie.Find(http, Name) is { } id && ConversationId.IsValid(id) ? await store.FindAsync(id, http.RequestAborted) : null;

    /// <param name="isShared">Many people use the browser: the cookie goes when it is closed.</param>
    public static async Task<Conversation> StartAsync(HttpContext http, TurnRunner runner, bool isShared)
    {
        var conversation = await runner.StartAsync("web", http.RequestAborted);
        OwnCookie.Set(http, Name, conversation.Id, isShared ? null : TimeSpan.FromDays(Days));
        return conversation;
    }

    /// <summary>The browser is in no conversation any more.</summary>
    public static void Forget(HttpContext http) => OwnCookie.Delete(http, Name);
}
