using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Records;

/// <summary>All that is sealed in the database. Why this and not the rest: docs/decisions/0040-data-at-rest.md.</summary>
internal static class SealedTables
{
    public static ImmutableArray<SealedTable> All { get; } =
    [
        SealedConversations.States, SealedConversations.Log, .. SealedRegister.Tables, .. SealedChannels.Tables, QueueWriter.Sealed, ReviewBook.Sealed, DiaryWriter.Sealed,
    ];

    /// <summary>Tables of an older version whose rows went elsewhere.</summary>
    public static ImmutableArray<SealedMove> Moves { get; } = [SealedChannels.Addresses];
}
