using System.Globalization;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>How long a sign-in at the desk lasts: section <c>Desk:Sessions</c>.</summary>
/// <param name="Idle">It ends after so long without use.</param>
/// <param name="Longest">It ends so long after it began, however much it was used.</param>
internal sealed record SessionLimits(TimeSpan Idle, TimeSpan Longest)
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Desk:Sessions";

    /// <summary>Sign-ins that one person may have at once; one more ends the one that was not used for longest.</summary>
    public const int AtOnce = 10;

    /// <summary>Ended ones are kept for so many days, so that somebody can see what was not them.</summary>
    public const int DaysKept = 30;

    /// <summary>The last use is written down at most this often.</summary>
    public static readonly TimeSpan Written = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Half an hour, and a working day.</summary>
    public static SessionLimits Usual { get; } = new(TimeSpan.FromMinutes(30), WorkingDay);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="FormatException">They can't be used; the sentence says why.</exception>
    public static SessionLimits From(IConfiguration configuration)
    {
        var limits = new SessionLimits(Read(configuration, nameof(Idle), Usual.Idle), Read(configuration, nameof(Longest), Usual.Longest));
        return limits.Idle <= limits.Longest ? limits : throw new FormatException($"Desk__Sessions__Idle ({limits.Idle}) must not be longer than Desk__Sessions__Longest ({limits.Longest}).");
    }

    private static TimeSpan Read(IConfiguration configuration, string name, TimeSpan usual) => configuration[$"{Section}:{name}"] switch
    {
        null or "" => usual,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= Shortest && time <= Day => time,
        var text => throw new FormatException($"Desk__Sessions__{name} must be between {Shortest} and {Day}, written hours:minutes:seconds, and not '{text}'."),
    };
}
