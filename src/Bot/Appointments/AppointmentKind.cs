using System.Collections.Immutable;

namespace TransformingLives.Bot.Appointments;

/// <summary>Something that a time can be booked for: <c>content/appointments.yaml</c>.</summary>
public sealed record AppointmentKind
{
    /// <summary>Stable id, as it stands in records: <c>call_back</c>, <c>clinic</c>, <c>home_visit</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In a sentence: "a call back".</summary>
    public required string Name { get; init; }

    /// <summary>How people name it: "call", "visit".</summary>
    public required ImmutableArray<string> Named { get; init; }

    /// <summary>Where it is, in a sentence.</summary>
    public required string Where { get; init; }

    /// <summary>How long, in whole quarters of an hour.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>How long before it has to be booked.</summary>
    public required TimeSpan Notice { get; init; }

    /// <summary>How many days ahead it can be booked.</summary>
    public required int DaysAhead { get; init; }

    /// <summary>Id of the calendar it is booked in.</summary>
    public required string Calendar { get; init; }

    /// <summary>A telephone number is needed for it.</summary>
    public bool NeedsPhone { get; init; }

    /// <summary>Words that ask for it.</summary>
    public ImmutableArray<string> Asks { get; init; } = [];
}
