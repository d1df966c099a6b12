using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Words;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>A ready answer with its names filled in.</summary>
internal static class ReadyText
{
    public static string Of(ReadyReply reply, CouncilSettings council, Officer officer, bool isOpen) => council.Values(isOpen)
        .SetItem("officer", officer.Name)
        .Aggregate(reply.Text, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}
