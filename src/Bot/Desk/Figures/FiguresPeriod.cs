using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>The time that figures are of: whole days in London, the last of them today.</summary>
/// <param name="Days">How many days.</param>
/// <param name="From">Midnight before the first.</param>
/// <param name="Until">Midnight after the last.</param>
internal sealed record FiguresPeriod(int Days, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The lengths that can be chosen.</summary>
    public static readonly int[] Choices = [7, 28, 91, 365];

    private const int Usual = 28;

    /// <summary>The period of so many days up to today; four weeks where the number is none that can be chosen.</summary>
    public static FiguresPeriod Of(int? days, DateTimeOffset now)
    {
        var length = days is { } asked && Choices.Contains(asked) ? asked : Usual;
        var tomorrow = CouncilCalendar.InLondon(now).Date.AddDays(1);
        return new FiguresPeriod(length, CouncilCalendar.FromLondon(tomorrow.AddDays(-length)), CouncilCalendar.FromLondon(tomorrow));
    }

    /// <summary>In Unix milliseconds, as values of a query.</summary>
    public (string Name, object? Value)[] Values => [("@from", From.ToUnixTimeMilliseconds()), ("@until", Until.ToUnixTimeMilliseconds())];
}
