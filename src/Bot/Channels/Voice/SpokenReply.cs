using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>Replies as they are said aloud: help in danger first, a sentence for each service, and which key is which choice.</summary>
internal static class SpokenReply
{
    /// <summary>Most that one piece of speech may hold, in characters (Amazon Polly by Twilio: 3,000).</summary>
    private const int LongestPiece = 2500;

    public static ImmutableArray<string> Of(ImmutableArray<Reply> replies)
    {
        var said = replies.OrderByDescending(reply => reply.Style == ReplyStyle.Danger).SelectMany(Sentences).Concat(replies.IsEmpty ? [] : Keys(replies[^1]));
        return [.. said.Select(SpokenNumbers.In).Select(piece => piece.Length > LongestPiece ? piece[..LongestPiece] : piece).Where(piece => piece.Length > 0)];
    }

    private static IEnumerable<string> Sentences(Reply reply) =>
    [
        ReplyText.Spoken(reply),
        .. reply.Rows.Select(row => $"{row.Label}: {row.Value}."),
        .. reply.Services.Select(Service),
    ];

    private static string Service(ServiceHit service)
    {
        string[] parts = [service.Name, service.Where, service.When, service.Phone.Length > 0 ? $"Their number is {service.Phone}" : ""];
        return $"{string.Join(". ", parts.Where(part => part.Length > 0))}.";
    }

    private static IEnumerable<string> Keys(Reply last) =>
        last.Actions.Take(9).Select((action, at) => string.Create(CultureInfo.InvariantCulture, $"For {action.Label}, press {at + 1}."));
}
