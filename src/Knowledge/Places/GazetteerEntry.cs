namespace TransformingLives.Knowledge.Places;

/// <summary>A settlement of <c>content/places/places.csv</c>.</summary>
/// <param name="Name">"Ely".</param>
/// <param name="Rank">0 for a city, up to 5: the bigger of two places with one name is meant more often.</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Outcode">"CB7"; null where it isn't known.</param>
/// <param name="CouncilName">District, else county; null where neither is known.</param>
/// <param name="Patch">The council's patch team; null outside its area.</param>
internal sealed record GazetteerEntry(string Name, int Rank, double Latitude, double Longitude, string? Outcode, string? CouncilName, string? Patch);
