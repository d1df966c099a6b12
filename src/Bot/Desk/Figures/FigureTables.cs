using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Referrals;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>Turns what was counted into tables.</summary>
internal static class FigureTables
{
    private const int TopicsShown = 15;
    private const int MostDays = 7;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static ImmutableArray<FigureTable> Of(DeskFigures figures, BotContent content) =>
    [
        MoreTables.Targets(figures, content), Ways(figures), MoreTables.FirstContact(figures), Times(figures), Channels(figures), MoreTables.Patches(figures), Topics(figures), MoreTables.Helped(figures), Endings(figures, content),
        MoreTables.Forms(figures, content), MoreTables.Stopped(figures, content), Waits(figures), Concerns(figures), .. Referrals(figures, content), MoreTables.Appointments(figures, content), WrapUps(figures, content), MoreTables.Reviews(figures, content),
    ];

    private static FigureTable Ways(DeskFigures figures) => new(
        "ways", "How conversations went", "Each conversation once, by what became of it up to now. “Answered by the assistant alone” is only half of the truth: look at it together with “left without an answer” and “stopped”.", "How it went",
        [.. Enum.GetValues<HowItWent>().Select(way => FigureRow.Count(way.InWords(), figures.Conversations.Count(counted => Went.Of(counted) == way)))]);

    private static FigureTable Times(DeskFigures figures)
    {
        var isByDay = figures.Period.Days <= MostDays;
        var days = Enumerable.Range(0, figures.Period.Days).Select(day => CouncilCalendar.InLondon(figures.Period.From).Date.AddDays(day));
        var counts = figures.Conversations.CountBy(counted => CouncilCalendar.InLondon(counted.StartedAt).Date).ToDictionary();
        var rows = isByDay
            ? days.Select(day => FigureRow.Count(day.ToString("ddd d MMM", British), counts.GetValueOrDefault(day)))
            : days.Chunk(7).Select(week => FigureRow.Count($"{week[0].ToString("d MMM", British)} to {week[^1].ToString("d MMM", British)}", week.Sum(day => counts.GetValueOrDefault(day))));
        return new FigureTable("days", isByDay ? "Conversations by day" : "Conversations by week", "By when they began.", isByDay ? "Day" : "Week", [.. rows]);
    }

    private static FigureTable Channels(DeskFigures figures) => new(
        "channels", "Conversations by channel", "Where they are now: a conversation that moved from the web to text messages counts as text messages.", "Channel",
        [.. figures.Conversations.CountBy(counted => counted.Channel).OrderByDescending(count => count.Value).Select(count => FigureRow.Count(ChannelWords.Of(count.Key), count.Value))]);

    private static FigureTable Topics(DeskFigures figures) => new(
        "topics", "What people asked about", "In how many conversations each topic was talked about. A conversation may have several.", "Topic",
        [.. Ranked(figures.Topics, Words).Take(TopicsShown)]);

    private static FigureTable Endings(DeskFigures figures, BotContent content) => new(
        "endings", "How the assistant ended its turns", "Each message of a resident once. “No answer found” is what authors look at under “Not answered”.", "Ending",
        [.. Ranked(figures.Endings, ending => content.Endings.TryGetValue(ending, out var known) ? known.Label : ending)]);

    private static FigureTable Waits(DeskFigures figures) => new(
        "waits", "Time to a person", "From when a person was wanted to when an officer joined, of conversations that an officer joined in this time.", "Who",
        [.. WaitRows("Where there may be danger", figures.Waits.Where(wait => wait.IsDanger)), .. WaitRows("Everybody else", figures.Waits.Where(wait => !wait.IsDanger))]);

    private static IEnumerable<FigureRow> WaitRows(string who, IEnumerable<(TimeSpan Waited, bool IsDanger)> waits)
    {
        var sorted = waits.Select(wait => wait.Waited).Order().ToArray();
        yield return FigureRow.Count($"{who}: how many", sorted.Length);
        if (sorted.Length >= FigureRow.Fewest)
        {
            yield return new FigureRow($"{who}: half waited no longer than", Span(Quantile.Of(sorted, 0.5)));
            yield return new FigureRow($"{who}: nine in ten waited no longer than", Span(Quantile.Of(sorted, 0.9)));
            yield return new FigureRow($"{who}: the longest wait", Span(sorted[^1]));
        }
    }

    private static FigureTable Concerns(DeskFigures figures) => new(
        "concerns", "Alerts, and how fast they were taken", "Danger that the assistant noticed, and people who asked for a person.", "Alert",
        [.. figures.Alerts.GroupBy(alert => alert.Kind).OrderByDescending(group => group.Count()).SelectMany(AlertRows)]);

    private static IEnumerable<FigureRow> AlertRows(IGrouping<string, CaseBridge.Register.CountedAlert> group)
    {
        var name = ConcernWords.Of(group.Key);
        var taken = group.Select(alert => alert.UntilTaken).OfType<TimeSpan>().Order().ToArray();
        yield return FigureRow.Count(name, group.Count());
        if (taken.Length >= FigureRow.Fewest)
        {
            yield return new FigureRow($"{name}: half were taken within", Span(Quantile.Of(taken, 0.5)));
        }

        if (taken.Length < group.Count())
        {
            yield return FigureRow.Count($"{name}: not taken yet", group.Count() - taken.Length);
        }
    }

    private static IEnumerable<FigureTable> Referrals(DeskFigures figures, BotContent content)
    {
        yield return new FigureTable("tiers", "Referrals by tier", "Tier 1: information and early help. Tier 2: help in a crisis, for a short time. Tier 3: support that goes on.", "Tier",
            [.. figures.Referrals.CountBy(referral => referral.Tier ?? 0).OrderBy(count => count.Key).Select(count => FigureRow.Count(count.Key > 0 ? $"Tier {count.Key.ToString(CultureInfo.InvariantCulture)}" : "Without triage", count.Value)), .. Budgets(figures, content.Desk.Targets.WeeklyBudget)]);
        yield return new FigureTable("layers", "Referrals by layer", "What the help is for: to prevent, reduce, delay or meet need.", "Layer",
            [.. figures.Referrals.CountBy(referral => referral.Layer).OrderByDescending(count => count.Value).Select(count => FigureRow.Count(count.Key.Length > 0 ? ReferralWords.Layer(count.Key) : "Without triage", count.Value))]);
        yield return new FigureTable("kinds", "Referrals by what they ask for", "As they were agreed with the person.", "For",
            [.. figures.Referrals.CountBy(referral => referral.Kind).OrderByDescending(count => count.Value).Select(count => FigureRow.Count(ReferralWords.Kind(count.Key), count.Value))]);
    }

    private static IEnumerable<FigureRow> Budgets(DeskFigures figures, decimal? budget)
    {
        var weekly = figures.Referrals.Select(referral => referral.Weekly).OfType<decimal>().ToArray();
        if (weekly.Length < FigureRow.Fewest)
        {
            yield break;
        }

        yield return new FigureRow("Indicative budgets shown, together for a week", weekly.Sum().ToString("C0", British));
        if (budget is { } there)
        {
            yield return new FigureRow($"Of {there.ToString("C0", British)} a week that there is for new support", string.Create(British, $"{100 * weekly.Sum() / there:0} %"));
        }
    }

    private static FigureTable WrapUps(DeskFigures figures, BotContent content) => new(
        "outcomes", "How officers closed matters", "Event outcomes of the Client Level Data.", "Outcome",
        [.. Ranked(figures.WrapUps, content.Desk.LabelOf)]);

    // The most first; of equals, in the order of their ids.
    private static IEnumerable<FigureRow> Ranked(IEnumerable<KeyValuePair<string, int>> counts, Func<string, string> inWords) =>
        counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => FigureRow.Count(inWords(count.Key), count.Value));

    private static string Words(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');

    private static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => string.Create(British, $"{time.TotalSeconds:0} seconds"),
        { TotalMinutes: < 90 } => string.Create(British, $"{time.TotalMinutes:0} minutes"),
        { TotalHours: < 48 } => string.Create(British, $"{time.TotalHours:0.0} hours"),
        _ => string.Create(British, $"{time.TotalDays:0.0} days"),
    };
}
