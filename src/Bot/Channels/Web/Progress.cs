using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Where a conversation is in its form.</summary>
internal static class Progress
{
    /// <summary>The steps; null when no question is open.</summary>
    public static FormProgress? Of(Conversation? conversation, Surroundings around) =>
        conversation is { OpenQuestion: { } open, Forms.Length: > 0 } && around.Content.FindForm(conversation.Forms[^1]) is { } form ? FormProgress.Of(form, open) : null;
}
