namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The database's own key: nobody's, and the proof that the master key is the one that this database was sealed under.</summary>
public static class StoreKey
{
    /// <summary>Whose it is, in the table of keys.</summary>
    internal const string Owner = "";

    /// <summary>Opens it; draws it in a new database.</summary>
    /// <exception cref="MasterKeyMissingException">It was wrapped under a master key that isn't here.</exception>
    public static async Task ProveAsync(StorageConnections connections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        await using var session = await StorageSession.OpenAsync(connections, cancellationToken);
        await session.BeginAsync(cancellationToken);
        connections.Keys.Blind = new BlindIndex(await session.Keys.OfNewAsync(Owner, KeyPart.Store, cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    /// <summary>What stands in columns that have to be found by equality.</summary>
    public static async ValueTask<BlindIndex> BlindAsync(this StorageConnections connections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        if (connections.Keys.Blind is null)
        {
            await ProveAsync(connections, cancellationToken);
        }

        return connections.Keys.Blind!;
    }
}
