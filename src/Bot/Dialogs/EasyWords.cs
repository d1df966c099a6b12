using System.Collections.Immutable;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Easy read: the short wording, no detail to unfold, and no sentence of more than twenty words where it can be cut.</summary>
internal static class EasyWords
{
    public static Turn For(Turn turn) =>
        turn.Conversation.EasyRead ? turn with { Replies = [.. turn.Replies.Select(Easy)] } : turn;

    private static Reply Easy(Reply reply)
    {
        var isFixed = reply.Style is ReplyStyle.Danger or ReplyStyle.Summary or ReplyStyle.Estimate;
        var text = !isFixed && reply.Short.Length > 0 && reply.Short.Length < reply.Text.Length ? WithoutReply(reply.Short) : reply.Text;
        return reply with { Text = ShortSentences.Of(text), Details = isFixed ? reply.Details : [] };
    }

    // "Reply YES or NO" is for text messages.
    private static string WithoutReply(string text) => text.Replace(" Reply YES or NO.", "", StringComparison.Ordinal);
}
