using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Channels.Storage;

/// <summary>Brings the tables of the channels to today's shape.</summary>
internal sealed class ChannelTables(StorageConnections connections)
{
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenForWritingAsync(cancellationToken);
        await SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(ChannelTables).Assembly, "channels", cancellationToken);
    }
}
