using System.Collections.Immutable;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>A service of the directory, ready to be shown.</summary>
/// <param name="Id">Open Referral UK id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Who runs it.</param>
/// <param name="Description">A few sentences.</param>
/// <param name="Topics">Topics it serves, the main one first.</param>
/// <param name="Terms">Words of its taxonomy terms, for searching.</param>
/// <param name="Sites">Where it is; empty for a service by phone or online.</param>
/// <param name="Areas">Areas it serves in words, "England".</param>
/// <param name="IsNational">Serves everybody, wherever they are.</param>
/// <param name="When">Opening times as a person would say them.</param>
/// <param name="Hours">Weekly opening times.</param>
/// <param name="Cost">What it costs, in words.</param>
/// <param name="Phone">As printed.</param>
/// <param name="Url">Web address, http or https.</param>
/// <param name="Who">Who it is for.</param>
/// <param name="IsSample">Invented, for the sample content.</param>
/// <param name="Assured">When somebody last checked it.</param>
internal sealed record Service(
    string Id,
    string Name,
    string Organisation,
    string Description,
    ImmutableArray<string> Topics,
    string Terms,
    ImmutableArray<Site> Sites,
    string Areas,
    bool IsNational,
    string When,
    ImmutableArray<OpeningHours> Hours,
    string Cost,
    string Phone,
    string Url,
    string Who,
    bool IsSample,
    DateOnly? Assured);

/// <summary>A place where a service is given.</summary>
/// <param name="Town">"Ely".</param>
/// <param name="Postcode">As written; may be empty.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal sealed record Site(string Town, string Postcode, double Latitude, double Longitude);

/// <summary>Open on these days of every week.</summary>
internal sealed record OpeningHours(ImmutableArray<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes)
{
    public bool IsOpen(DateTime at) => Days.Contains(at.DayOfWeek) && TimeOnly.FromDateTime(at) >= Opens && TimeOnly.FromDateTime(at) < Closes;
}
