using System.Security.Cryptography;
using System.Text;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Ids of work, worked out from the message: a turn that is decided again asks for the same work.</summary>
internal static class WorkId
{
    public static Guid For(Turn turn, string name) => From($"{turn.Conversation.Id}/{turn.Message.Key}/{name}");

    private static Guid From(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
