namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>A place where a service is given.</summary>
/// <param name="Town">"Ely".</param>
/// <param name="Postcode">As written; may be empty.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed record Site(string Town, string Postcode, double Latitude, double Longitude);
