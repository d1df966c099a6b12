using System.Collections.Immutable;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>What the filters of the standard's API look at.</summary>
/// <param name="MinimumAge">Years, inclusive; null for from birth.</param>
/// <param name="MaximumAge">Years, inclusive; null for any age.</param>
/// <param name="Terms">Ids of its taxonomy terms.</param>
/// <param name="Taxonomies">Ids and names of the taxonomies they are of.</param>
/// <param name="OrganizationId">Who runs it.</param>
/// <param name="Modified">When the record was last changed, UTC.</param>
internal sealed record ServiceFacts(
    decimal? MinimumAge,
    decimal? MaximumAge,
    ImmutableArray<string> Terms,
    ImmutableArray<string> Taxonomies,
    string OrganizationId,
    DateTimeOffset? Modified)
{
    public static ServiceFacts None { get; } = new(null, null, [], [], "", null);
}
