using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Records;

/// <summary>All that is sealed in the database. Why this and not the rest: docs/decisions/0040-data-at-rest.md.</summary>
internal static class SealedTables
{
    public static ImmutableArray<SealedTable> All { get; } = [SealedConversations.States, SealedConversations.Log];
}
