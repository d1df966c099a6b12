using System.Collections.Frozen;

namespace TransformingLives.Knowledge.Places;

/// <summary>Places by name and by postcode.</summary>
/// <param name="ByName">Settlements by their name in lower case, the likeliest first: ours before others, bigger before smaller.</param>
/// <param name="ByPostcode">Outcodes ("CB7") and sectors ("CB7 4").</param>
/// <param name="OrdinaryWords">Names that are also ordinary words or people's names.</param>
internal sealed record Gazetteer(
    FrozenDictionary<string, GazetteerEntry> ByName,
    FrozenDictionary<string, GazetteerEntry> ByPostcode,
    FrozenSet<string> OrdinaryWords)
{
    /// <summary>Names of our own area: only these are looked for when they are misspelt.</summary>
    public FrozenSet<string> OwnNames { get; } = ByName.Where(pair => pair.Value.Patch is not null).Select(pair => pair.Key).ToFrozenSet(StringComparer.Ordinal);
}
