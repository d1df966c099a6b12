using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.Bot.Desk.Words;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>Targets, first contact, what helped, where people stopped, and what was booked and reviewed.</summary>
internal static class MoreTables
{
    private const int QuestionsShown = 12;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static FigureTable Targets(DeskFigures figures, BotContent content) => new(
        "targets", "Targets", "What the council wants to reach (content/desk/targets.yaml), and where it is in this time. The bar is full when it is reached.", "Target",
        [.. content.Desk.Targets.Targets.Select(target => Target(target, Measures.Of(target.Measure, figures)))]);

    public static FigureTable FirstContact(DeskFigures figures) => new(
        "first-contact", "Solved at first contact", "Of conversations that began four weeks before this time and had those four weeks to show it: the resident did not write again in the same conversation within 28 days, after a break of 12 hours or more. An answer to a check-in of ours counts as writing again.", "Conversations",
        [.. Shares([("No further contact", figures.FirstContact.Resolved), ("Came back within 28 days", figures.FirstContact.Conversations - figures.FirstContact.Resolved)])]);

    public static FigureTable Helped(DeskFigures figures) => new(
        "helped", "Did the answer help?", "What residents say under answers of guides, on the web. Most say nothing.", "Answer",
        [.. Shares([("It helped", figures.Helped), ("It did not help", figures.NotHelped)])]);

    public static FigureTable Stopped(DeskFigures figures, BotContent content) => new(
        "stopped", "Where people stopped", "Conversations that have been quiet for an hour with a question of ours open, by that question.", "Question",
        [.. figures.Stopped.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(QuestionsShown).Select(count => FigureRow.Count(content.FindQuestion(count.Key)?.Label ?? count.Key, count.Value))]);

    public static FigureTable Forms(DeskFigures figures, BotContent content) => new(
        "forms", "Questions begun and finished", "In how many conversations each set of questions was begun, and finished.", "Set of questions",
        [.. content.Forms.Where(form => figures.Begun.ContainsKey(form.Id)).OrderByDescending(form => figures.Begun[form.Id]).SelectMany(form => new[]
        {
            FigureRow.Count($"{Title(form.Title, form.Id)}: begun", figures.Begun[form.Id]),
            FigureRow.Count($"{Title(form.Title, form.Id)}: finished", figures.Finished.GetValueOrDefault(form.Id)),
        })]);

    public static FigureTable Patches(DeskFigures figures) => new(
        "patches", "Conversations by patch", "Where the person said where they live.", "Patch",
        [.. figures.Patches.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => FigureRow.Count(count.Key, count.Value))]);

    public static FigureTable Appointments(DeskFigures figures, BotContent content) => new(
        "appointments", "Appointments", "Booked in this time, and cancelled up to now.", "Appointment",
        [.. figures.Appointments.GroupBy(count => count.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => new[]
        {
            FigureRow.Count($"{content.Appointments.NameOf(group.Key)}: booked", group.Sum(count => count.Count)),
            FigureRow.Count($"{content.Appointments.NameOf(group.Key)}: cancelled since", group.Where(count => count.State == "cancelled").Sum(count => count.Count)),
        })]);

    public static FigureTable Reviews(DeskFigures figures, BotContent content) => new(
        "reviews", "Quality reviews", "Finished conversations that supervisors reviewed in this time, by the lines of the checklist that were not answered “yes”.", "Checklist",
        [FigureRow.Count("Reviews", figures.Reviews.Length), .. ReviewCounts.Of(figures.Reviews, content.Desk.Checklist).Select(row => FigureRow.Count($"Partly or no: {row.Item.Ask}", row.Partly + row.No))]);

    // Where one of the shares is small, both are kept back: the other would tell it.
    private static IEnumerable<FigureRow> Shares(ImmutableArray<(string Label, int Count)> parts)
    {
        var all = parts.Sum(part => part.Count);
        var isSmall = parts.Any(part => part.Count is > 0 and < FigureRow.Fewest);
        return parts.Select(part => isSmall && part.Count >= FigureRow.Fewest ? new FigureRow(part.Label, "not told") : FigureRow.Count(part.Label, part.Count))
            .Concat(isSmall || Measures.Share(parts[0].Count, all) is not { } share ? [] : [new FigureRow($"{parts[0].Label}, of all", Percent(share))]);
    }

    private static FigureRow Target(DeskTarget target, decimal? value)
    {
        var unit = target.Measure.EndsWith("minutes", StringComparison.Ordinal) ? " min" : " %";
        var label = string.Create(British, $"{target.Label}: at {(target.IsAtLeast ? "least" : "most")} {target.Value:0.#}{unit} by {target.By:d MMMM yyyy}");
        if (value is not { } now)
        {
            return new FigureRow(label, "too few to tell");
        }

        var isReached = target.IsAtLeast ? now >= target.Value : now <= target.Value;
        var progress = isReached ? 100m : target.IsAtLeast ? 100m * now / target.Value : 100m * target.Value / now;
        return new FigureRow(label, string.Create(British, $"{now:0.#}{unit}, {(isReached ? "reached" : "not yet")}"), (int)Math.Clamp(progress, 0, 100));
    }

    private static string Percent(decimal share) => string.Create(British, $"{share:0} %");

    private static string Title(string title, string id) => title.Length > 0 ? title : id;
}
