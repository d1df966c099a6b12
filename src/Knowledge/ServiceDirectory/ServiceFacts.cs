using System.Collections.Immutable;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>What the filters of the standard's API look at.</summary>
/// <param name="MinimumAge">Years, inclusive; null for from birth.</param>
/// <param name="MaximumAge">Years, inclusive; null for any age.</param>
/// <param name="AtLocations">Where it is given, each with its own id.</param>
/// <param name="Terms">Ids of its taxonomy terms.</param>
/// <param name="Taxonomies">Ids and names of the taxonomies they are of.</param>
/// <param name="OrganizationId">Who runs it.</param>
/// <param name="Modified">When the record was last changed, UTC.</param>
internal sealed record ServiceFacts(
    decimal? MinimumAge,
    decimal? MaximumAge,
    ImmutableArray<AtLocationFacts> AtLocations,
    ImmutableArray<string> Terms,
    ImmutableArray<string> Taxonomies,
    string OrganizationId,
    DateTimeOffset? Modified)
{
    public static ServiceFacts None { get; } = new(null, null, [], [], [], "", null);
}

/// <summary>A service at a location, as filters look at it.</summary>
/// <param name="Id">Id of the link between the two.</param>
/// <param name="Latitude">Degrees north; null where it isn't known.</param>
/// <param name="Longitude">Degrees east; null where it isn't known.</param>
internal sealed record AtLocationFacts(string Id, double? Latitude, double? Longitude);
