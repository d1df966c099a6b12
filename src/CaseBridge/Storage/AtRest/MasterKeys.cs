using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The master keys that this node knows: the one that new keys are wrapped under, and older ones as long as something is wrapped under them.</summary>
/// <param name="read">Reads them, today's first; asked again when something is wrapped under one that isn't known yet.</param>
public sealed class MasterKeys(Func<ImmutableArray<MasterKey>> read)
{
    private ImmutableArray<MasterKey> known = read();

    /// <summary>What new keys are wrapped under.</summary>
    public MasterKey Current => known[0];

    /// <summary>All of them, today's first.</summary>
    public ImmutableArray<MasterKey> All => known;

    /// <summary>These keys and no others.</summary>
    public static MasterKeys Of(params ImmutableArray<MasterKey> keys) => new(() => keys);

    /// <summary>The key of an id; it is looked for again where keys are read from, so that a rotation needs no restart.</summary>
    /// <exception cref="MasterKeyMissingException">It is nowhere.</exception>
    public MasterKey Find(string id) =>
        known.FirstOrDefault(key => key.Id == id) ?? Again().FirstOrDefault(key => key.Id == id) ?? throw new MasterKeyMissingException(id, known);

    /// <summary>Reads them again: a rotation has begun.</summary>
    public ImmutableArray<MasterKey> Again()
    {
        var now = read();
        ImmutableInterlocked.InterlockedExchange(ref known, now);
        return now;
    }
}
