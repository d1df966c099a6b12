using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>Puts the keys of a file together with those that a database knows. An erasure stands, whichever of the two knows of it.</summary>
internal static class MergeKeys
{
    /// <param name="known">What the database knows today.</param>
    /// <param name="brought">What a file brings.</param>
    public static ImmutableArray<KeptKey> Of(IReadOnlyCollection<KeptKey> known, IReadOnlyCollection<KeptKey> brought)
    {
        var merged = known.ToDictionary(key => key.Id);
        foreach (var key in brought)
        {
            merged[key.Id] = !merged.TryGetValue(key.Id, out var today) ? key
                : today.ErasedAt is null && key.ErasedAt is { } at ? today.Erased(at)
                : today;
        }

        // The data will be that of the back-up, so what came with it goes on sealing, and what the database had drawn meanwhile opens only.
        var inUse = brought.Where(key => key is { IsCurrent: true, ErasedAt: null }).Select(key => merged[key.Id]).Where(key => key.ErasedAt is null).ToDictionary(key => (key.Owner, key.Part), key => key.Id);
        return [.. merged.Values.Select(key => key with { IsCurrent = key.ErasedAt is null && (inUse.TryGetValue((key.Owner, key.Part), out var current) ? current == key.Id : key.IsCurrent) })];
    }
}
