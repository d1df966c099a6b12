namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>A person's key as it is kept apart from the data: wrapped under the master key, or erased.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Owner">The conversation.</param>
/// <param name="Part">What of theirs, as a number.</param>
/// <param name="Master">Id of the master key; empty when it was erased.</param>
/// <param name="Wrapped">The key, sealed; null when it was erased.</param>
/// <param name="ErasedAt">When it was erased, Unix milliseconds; null: it wasn't.</param>
/// <param name="IsCurrent">It seals what comes; otherwise it opens only.</param>
public sealed record KeptKey(long Id, string Owner, int Part, string Master, string? Wrapped, long? ErasedAt, bool IsCurrent)
{
    /// <summary>As one that was erased at that time.</summary>
    internal KeptKey Erased(long at) => this with { Master = "", Wrapped = null, ErasedAt = at, IsCurrent = false };
}
