using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>What a target can be set for, as a number; null where too few were counted to tell.</summary>
internal static class Measures
{
    private static readonly ImmutableDictionary<string, Func<DeskFigures, decimal?>> All = new Dictionary<string, Func<DeskFigures, decimal?>>
    {
        ["first_contact_resolution"] = figures => Share(figures.FirstContact.Resolved, figures.FirstContact.Conversations),
        ["answered_alone"] = figures => Went(figures, HowItWent.AnsweredAlone),
        ["gave_up"] = figures => Went(figures, HowItWent.GaveUp),
        ["helped"] = figures => Share(figures.Helped, figures.Helped + figures.NotHelped),
        ["person_in_minutes"] = figures => Minutes(figures.Waits.Select(wait => wait.Waited)),
        ["danger_in_minutes"] = figures => Minutes(figures.Alerts.Where(alert => alert.Kind != "person_asked_for").Select(alert => alert.UntilTaken).OfType<TimeSpan>()),
    }.ToImmutableDictionary();

    /// <summary>Their names, as authors write them.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The value of a measure: per cent, or minutes.</summary>
    public static decimal? Of(string measure, DeskFigures figures) => All.TryGetValue(measure, out var value) ? value(figures) : null;

    /// <summary>Per cent; null where it would be of fewer than <see cref="FigureRow.Fewest"/>.</summary>
    public static decimal? Share(int part, int all) => all < FigureRow.Fewest ? null : 100m * part / all;

    private static decimal? Went(DeskFigures figures, HowItWent how) => Share(figures.Conversations.Count(counted => Figures.Went.Of(counted) == how), figures.Conversations.Length);

    private static decimal? Minutes(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length < FigureRow.Fewest ? null : (decimal)Quantile.Of(sorted, 0.5).TotalMinutes;
    }
}
