using System.Collections.Immutable;

namespace TransformingLives.Bot.Content;

/// <summary>The council's own settings: <c>content/council.yaml</c>.</summary>
public sealed record CouncilSettings
{
    /// <summary>"Example County Council".</summary>
    public required string Name { get; init; }

    /// <summary>Telephone in office hours, as printed.</summary>
    public required string Phone { get; init; }

    /// <summary>Telephone of the emergency duty team, out of hours. The program doesn't start without it.</summary>
    public required string DutyPhone { get; init; }

    /// <summary>Telephone for worries about an adult.</summary>
    public required string SafeguardingPhone { get; init; }

    /// <summary>Opening times in words.</summary>
    public required string HoursInWords { get; init; }

    /// <summary>Opens at, Monday to Friday, London time.</summary>
    public required TimeOnly OpensAt { get; init; }

    /// <summary>Closes at.</summary>
    public required TimeOnly ClosesAt { get; init; }

    /// <summary>Days on which it is closed.</summary>
    public required ImmutableHashSet<DateOnly> BankHolidays { get; init; }

    /// <summary>Where "leave this page quickly" goes.</summary>
    public required string QuickExit { get; init; }

    /// <summary>Priorities with how soon somebody is in touch.</summary>
    public required ImmutableArray<Priority> Priorities { get; init; }

    /// <summary>What happens in a crisis.</summary>
    public required CrisisSettings Crisis { get; init; }

    /// <summary>The privacy notice in a sentence.</summary>
    public required string Privacy { get; init; }

    /// <summary>The patch team by the first half of the postcode: "CB7" → "East patch". What isn't here is not in the council's area.</summary>
    public required ImmutableDictionary<string, string> PatchByOutcode { get; init; }

    /// <summary>How officers work together.</summary>
    public DeskSettings Desk { get; init; } = new();

    /// <summary>How long each kind of data is kept.</summary>
    public RetentionSettings Retention { get; init; } = RetentionSettings.None;

    /// <summary>The number that residents text, as printed; empty when there is none.</summary>
    public string TextNumber { get; init; } = "";

    /// <summary>The number on which the assistant answers calls, as printed; empty when there is none.</summary>
    public string CallNumber { get; init; } = "";

    /// <summary>Nothing is sent by itself before this, London time.</summary>
    public TimeOnly MessagesFrom { get; init; } = new(9, 0);

    /// <summary>Nothing is sent by itself from this on.</summary>
    public TimeOnly MessagesUntil { get; init; } = new(19, 0);

    /// <summary>On a computer for many people: how long nobody touches it until it asks whether somebody is there, in seconds.</summary>
    public int KioskSeconds { get; init; } = 120;

    /// <summary>And how long it waits for an answer before it forgets them.</summary>
    public int KioskGraceSeconds { get; init; } = 30;

    /// <summary>Web sites whose pages may show the conversation in a frame, such as <c>https://www.example.gov.uk</c>; none by default.</summary>
    public ImmutableArray<string> EmbedOn { get; init; } = [];

    /// <summary>The patch team of a postcode or its first half; empty when it isn't in the council's area.</summary>
    public string PatchOf(string? postcode) =>
        postcode is null ? "" : PatchByOutcode.GetValueOrDefault(postcode.Length > 4 ? postcode[..^3].Trim() : postcode.Trim(), "");

    /// <summary>Directories that are imported by themselves; none by default.</summary>
    public ImmutableArray<CouncilFeed> Feeds { get; init; } = [];

    /// <summary>The priority of an id; the slowest when it isn't known, so that nothing is promised.</summary>
    public Priority PriorityOf(string id) => Priorities.FirstOrDefault(priority => priority.Id == id) ?? Priorities[^1];

    /// <summary>What phrases may name in braces.</summary>
    public ImmutableDictionary<string, string> Values(bool isOpen) => ImmutableDictionary<string, string>.Empty
        .Add("council", Name)
        .Add("phone", Phone)
        .Add("duty_phone", DutyPhone)
        .Add("daytime_or_duty_phone", isOpen ? Phone : DutyPhone)
        .Add("duty_team", Crisis.Team)
        .Add("safeguarding_phone", SafeguardingPhone)
        .Add("hours", HoursInWords)
        .Add("text_number", TextNumber)
        .Add("call_number", CallNumber);
}

/// <summary>Tier two (Cambridgeshire 2014, 2.6): who helps, and when we ask how it is going.</summary>
/// <param name="Team">The duty team, as residents know it.</param>
/// <param name="CheckInDays">Days after the crisis on which we ask.</param>
/// <param name="CheckInAt">At this time, in London.</param>
public sealed record CrisisSettings(string Team, ImmutableArray<int> CheckInDays, TimeOnly CheckInAt);

/// <summary>How soon somebody is in touch.</summary>
/// <param name="Id"><c>P0</c> to <c>P4</c>.</param>
/// <param name="InWords">"within two working days".</param>
/// <param name="WorkingDays">Working days; null for no referral.</param>
public sealed record Priority(string Id, string InWords, int? WorkingDays);
