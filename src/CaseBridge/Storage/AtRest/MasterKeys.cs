using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The master keys that this node knows: the one that new keys are wrapped under, and older ones as long as something is wrapped under them.</summary>
/// <param name="read">Reads them, today's first; asked again now and then, and when something is wrapped under one that isn't known yet.</param>
public sealed class MasterKeys(Func<ImmutableArray<MasterKey>> read)
{
    /// <summary>How long a rotation may go on unnoticed, in milliseconds: new keys are under the older one until then.</summary>
    private const int Unnoticed = 30_000;

    private ImmutableArray<MasterKey> known = read();
    private long readAt = Environment.TickCount64;

    /// <summary>What new keys are wrapped under.</summary>
    public MasterKey Current
    {
        get
        {
            var keys = Environment.TickCount64 - Interlocked.Read(ref readAt) < Unnoticed ? known : Again();
            return keys.IsEmpty ? throw new MasterKeyMissingException("(any)", keys) : keys[0];
        }
    }

    /// <summary>All of them, today's first.</summary>
    public ImmutableArray<MasterKey> All => known;

    /// <summary>These keys and no others.</summary>
    public static MasterKeys Of(params ImmutableArray<MasterKey> keys) => new(() => keys);

    /// <summary>The key of an id; it is looked for again where keys are read from, so that a rotation needs no restart.</summary>
    /// <exception cref="MasterKeyMissingException">It is nowhere.</exception>
    public MasterKey Find(string id) =>
        known.FirstOrDefault(key => key.Id == id) ?? Again().FirstOrDefault(key => key.Id == id) ?? throw new MasterKeyMissingException(id, known);

    /// <summary>Reads them again. While they can't be read, those that are known go on: people are answered though somebody is just changing the file.</summary>
    public ImmutableArray<MasterKey> Again()
    {
        Interlocked.Exchange(ref readAt, Environment.TickCount64);
        try
        {
            var now = read();
            ImmutableInterlocked.InterlockedExchange(ref known, now);
            return now;
        }
        catch (Exception) when (!known.IsEmpty)
        {
            return known;
        }
    }
}
