namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The keys of a transaction: what it draws is held for others when it is on the disk, and what it erases is forgotten then.</summary>
public sealed class GroupKeys
{
    private readonly StorageSession session;
    private readonly Keyring keyring;
    private readonly Dictionary<(string Owner, KeyPart Part), PersonKey> drawn = [];
    private readonly HashSet<(string Owner, KeyPart Part)> erased = [];

    internal GroupKeys(StorageSession session, Keyring keyring)
    {
        this.session = session;
        this.keyring = keyring;
    }

    /// <summary>The key to seal a part of somebody with; drawn when there is none.</summary>
    public ValueTask<PersonKey> OfAsync(string owner, KeyPart part, CancellationToken cancellationToken) =>
        !erased.Contains((owner, part)) && (drawn.GetValueOrDefault((owner, part)) ?? keyring.Find(owner, part)) is { } held ? ValueTask.FromResult(held) : new(FromTableAsync(owner, part, cancellationToken));

    /// <summary>The same for somebody who begins: what this node holds of an earlier one of theirs is not believed.</summary>
    public Task<PersonKey> OfNewAsync(string owner, KeyPart part, CancellationToken cancellationToken) => FromTableAsync(owner, part, cancellationToken);

    /// <summary>Seals words of somebody.</summary>
    public async ValueTask<string> SealAsync(string owner, KeyPart part, Place place, string words, CancellationToken cancellationToken)
    {
        var key = await OfAsync(owner, part, cancellationToken);
        using var cipher = key.Cipher();
        return SealedBytes.Seal(cipher, key.Id, place, words);
    }

    /// <summary>Seals words of somebody, where there are any.</summary>
    public async ValueTask<string?> SealOrNullAsync(string owner, KeyPart part, Place place, string? words, CancellationToken cancellationToken) =>
        words is null ? null : await SealAsync(owner, part, place, words, cancellationToken);

    /// <summary>What stands in columns that have to be found by equality. Drawn in this transaction in a new database.</summary>
    public async ValueTask<BlindIndex> BlindAsync(CancellationToken cancellationToken) =>
        keyring.Blind ??= new BlindIndex(await OfAsync(StoreKey.Owner, KeyPart.Store, cancellationToken));

    /// <summary>Erases the keys of parts of somebody: with them all that was sealed, in every copy.</summary>
    public async Task EraseAsync(string owner, CancellationToken cancellationToken, params KeyPart[] parts)
    {
        foreach (var part in parts ?? [])
        {
            await KeyTable.EraseAsync(session, owner, part, keyring.Now, cancellationToken);
            drawn.Remove((owner, part));
            erased.Add((owner, part));
        }
    }

    /// <summary>Keys by their numbers, to open with.</summary>
    internal async Task<OpeningKeys> OpenersAsync(IEnumerable<SealedRow> rows, CancellationToken cancellationToken)
    {
        var found = new OpeningKeys(keyring);
        var missing = found.Missing(rows);
        found.Add(drawn.Values);
        if (missing.Count > 0)
        {
            found.Add(await KeyTable.FindAsync(session.Connection, session.Transaction, keyring.Masters, missing, cancellationToken));
        }

        return found;
    }

    internal void Begun()
    {
        drawn.Clear();
        erased.Clear();
    }

    internal void Committed()
    {
        foreach (var (owner, part) in erased)
        {
            keyring.Forget(owner, part);
        }

        foreach (var key in drawn.Values)
        {
            keyring.Hold(key);
        }
    }

    private async Task<PersonKey> FromTableAsync(string owner, KeyPart part, CancellationToken cancellationToken)
    {
        var key = await KeyTable.DrawOrFindAsync(session, keyring.Masters, owner, part, cancellationToken);
        drawn[(owner, part)] = key;
        return key;
    }
}
