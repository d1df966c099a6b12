using System.Text;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Plans;

/// <summary>The plan for a day when the main helper can't be there, as plain text.</summary>
public static class ContingencyText
{
    /// <summary>The whole plan, to save, to read out or to send on.</summary>
    public static string Whole(ContingencyPlan plan, CouncilSettings council)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(council);
        if (plan.IsEmpty)
        {
            return "There is no plan here yet.\n";
        }

        var text = new StringBuilder("If the main helper can't be there\n");
        if (plan.For is { } name)
        {
            text.Append($"For: {name}\n");
        }

        foreach (var part in plan.Parts)
        {
            text.Append($"\n{part.Title.ToUpperInvariant()}\n");
            foreach (var line in part.Lines)
            {
                text.Append($"{line.Label}: {line.Words}\n");
            }
        }

        text.Append("\nWHO TO RING\n");
        foreach (var line in WhoToRing(council))
        {
            text.Append($"{line.Label}: {line.Words}\n");
        }

        return text.ToString();
    }

    /// <summary>Numbers for such a day, the council's first.</summary>
    public static IEnumerable<PlanLine> WhoToRing(CouncilSettings council)
    {
        ArgumentNullException.ThrowIfNull(council);
        return
        [
            new($"{council.Name}, adult social care", $"{council.Phone} ({council.HoursInWords})"),
            new("When we are closed and it can't wait", council.DutyPhone),
            new("Somebody is in danger now", "999"),
            new("Health advice, day and night", "111"),
        ];
    }
}
