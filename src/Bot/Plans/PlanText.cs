using System.Text;
using TransformingLives.CaseBridge.SupportPlans;

namespace TransformingLives.Bot.Plans;

/// <summary>A plan as plain text.</summary>
public static class PlanText
{
    /// <summary>Three text messages hold so many characters.</summary>
    private const int LongestText = 459;

    /// <summary>The whole plan, to save or to read out.</summary>
    public static string Whole(OwnPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder("Your plan\n");
        Head(text, "What we talked about");
        foreach (var line in plan.TalkedAbout)
        {
            text.Append($"{line.Label}: {line.Words}\n");
        }

        Head(text, "What you can do now");
        foreach (var idea in plan.CanDo)
        {
            text.Append($"{idea.Title}. {idea.Summary}\n");
            foreach (var step in idea.Steps.Concat(idea.Services))
            {
                text.Append($"  - {step}\n");
            }
        }

        if (plan.Support is { } support)
        {
            Head(text, "Your first support plan");
            foreach (var line in support.Lines.Select(line => $"{line.For}: {SupportPlanWords.Of(line)}").Concat(SupportPlanWords.Sums(support)).Concat(SupportPlanWords.Wishes(support)).Append("Nobody has agreed this yet. A council worker goes through it with you."))
            {
                text.Append($"{line}\n");
            }
        }

        Head(text, "What happens next");
        foreach (var next in plan.HappensNext)
        {
            text.Append($"- {next}\n");
        }

        Head(text, "Who to ring");
        foreach (var line in plan.WhoToRing)
        {
            text.Append($"{line.Label}: {line.Words}\n");
        }

        return text.ToString();
    }

    /// <summary>The plan in three text messages or fewer: what to do, what happens next, who to ring.</summary>
    public static string Short(OwnPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var ring = $"Ring {plan.WhoToRing[0].Words}. In danger: 999.";
        var text = new StringBuilder("Your plan.");
        foreach (var part in plan.CanDo.Select(idea => $" {idea.Title}{(idea.Services.IsEmpty ? "" : $": {idea.Services[0]}")}.").Concat(plan.HappensNext.Take(2).Select(next => $" {next}")))
        {
            if (text.Length + part.Length + ring.Length + 1 <= LongestText)
            {
                text.Append(part);
            }
        }

        return text.Append(' ').Append(ring).ToString();
    }

    private static void Head(StringBuilder text, string title) => text.Append($"\n{title.ToUpperInvariant()}\n");
}
