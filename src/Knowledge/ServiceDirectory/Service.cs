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
    DateOnly? Assured)
{
    /// <summary>False while it is closed or gone: it is kept, and not offered.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Languages spoken there, in words; empty if not known.</summary>
    public string Languages { get; init; } = "";

    /// <summary>What makes it easier to use: "Ramp; hearing loop". Empty if not known.</summary>
    public string Access { get; init; } = "";

    /// <summary>Something to know for a short time; empty for nothing.</summary>
    public string Alert { get; init; } = "";

    /// <summary>E-mail address; empty if none.</summary>
    public string Email { get; init; } = "";

    /// <summary>The feed it came with; empty for the council's own <c>content/services</c>.</summary>
    public string Feed { get; init; } = "";

    /// <summary>What other systems ask for it by.</summary>
    public ServiceFacts Facts { get; init; } = ServiceFacts.None;

    /// <summary>The whole record as Open Referral UK JSON, cleaned.</summary>
    public ReadOnlyMemory<byte> Record { get; init; }
}
