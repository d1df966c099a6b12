using System.Collections.Concurrent;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>
/// The keys of people that this node used last, in two generations: when the young one is full or some minutes old, the old one is let go. So memory has a bound,
/// and a key that was erased elsewhere is not held for long.
/// </summary>
public sealed class Keyring(MasterKeys masters, TimeProvider? clock = null)
{
    /// <summary>Keys in a generation; some 10 MB.</summary>
    private const int Most = 25_000;

    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(5);
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Lock turning = new();
    private volatile Generation young = new(0);
    private volatile Generation old = new(0);

    /// <summary>What people's keys are wrapped under.</summary>
    public MasterKeys Masters => masters;

    /// <summary>Held for as long as the program runs; null before it was asked for.</summary>
    internal BlindIndex? Blind { get; set; }

    /// <summary>When an erasure is noted.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A key by its number; null when it isn't held.</summary>
    public PersonKey? Find(long id) => Turned().ById.GetValueOrDefault(id) ?? old.ById.GetValueOrDefault(id);

    /// <summary>The key that is in use for a part of somebody; null when it isn't held.</summary>
    public PersonKey? Find(string owner, KeyPart part) => Turned().ByOwner.GetValueOrDefault((owner, part)) ?? old.ByOwner.GetValueOrDefault((owner, part));

    /// <summary>Holds a key that is stored.</summary>
    internal void Hold(PersonKey key)
    {
        var generation = Turned();
        if (generation.ById.TryAdd(key.Id, key))
        {
            Interlocked.Increment(ref generation.Held);
        }

        generation.ByOwner[(key.Owner, key.Part)] = key;
    }

    /// <summary>Forgets what was erased.</summary>
    internal void Forget(string owner, KeyPart part)
    {
        foreach (var generation in new[] { young, old })
        {
            if (generation.ByOwner.TryRemove((owner, part), out var key))
            {
                generation.ById.TryRemove(key.Id, out _);
            }
        }
    }

    private Generation Turned()
    {
        var generation = young;
        if (generation.Held < Most && clock.GetElapsedTime(generation.Since) < Youth)
        {
            return generation;
        }

        lock (turning)
        {
            if (young == generation)
            {
                old = clock.GetElapsedTime(generation.Since) < 2 * Youth ? generation : new Generation(0);
                young = new Generation(clock.GetTimestamp());
            }

            return young;
        }
    }

    private sealed class Generation(long since)
    {
        /// <summary>How many; a dictionary for many threads counts slowly.</summary>
        public int Held;

        public long Since { get; } = since;

        public ConcurrentDictionary<long, PersonKey> ById { get; } = new();

        public ConcurrentDictionary<(string Owner, KeyPart Part), PersonKey> ByOwner { get; } = new();
    }
}
