using System.Collections.Immutable;

namespace TransformingLives.Bot.Appointments;

/// <summary>What can be booked, when and with whom: <c>content/appointments.yaml</c>.</summary>
public sealed record AppointmentSettings
{
    /// <summary>Calendars are kept in steps of so long.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Nothing can be booked.</summary>
    public static AppointmentSettings None { get; } = new();

    /// <summary>How long before an appointment the person is reminded.</summary>
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How many times are offered in one message.</summary>
    public int OfferedAtOnce { get; init; } = 4;

    /// <summary>What can be booked.</summary>
    public ImmutableArray<AppointmentKind> Kinds { get; init; } = [];

    /// <summary>Who can be booked.</summary>
    public ImmutableArray<AppointmentCalendar> Calendars { get; init; } = [];

    /// <summary>Words for moving something that is booked.</summary>
    public ImmutableArray<string> MoveWords { get; init; } = [];

    /// <summary>Words for cancelling it.</summary>
    public ImmutableArray<string> CancelWords { get; init; } = [];

    /// <summary>Words for any appointment, besides the names of the kinds.</summary>
    public ImmutableArray<string> NamedWords { get; init; } = [];

    /// <summary>Words for other times than those offered.</summary>
    public ImmutableArray<string> OtherTimesWords { get; init; } = [];

    /// <summary>The kind of an id; null when there is none.</summary>
    public AppointmentKind? Find(string id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    /// <summary>The name of a kind; its id when it isn't known any more.</summary>
    public string NameOf(string id) => Find(id)?.Name ?? id;

    /// <summary>The calendar of an id; null when there is none.</summary>
    public AppointmentCalendar? FindCalendar(string id) => Calendars.FirstOrDefault(calendar => calendar.Id == id);
}
