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
        Part(text, "What we talked about", plan.TalkedAbout.Select(Line));
        Part(text, "What you can do now", plan.CanDo.SelectMany(idea => idea.Steps.Concat(idea.Services).Select(step => $"  - {step}").Prepend($"{idea.Title}. {idea.Summary}")));
        if (plan.Support is { } support)
        {
            Part(text, "Your first support plan", support.Lines.Select(line => $"{line.For}: {SupportPlanWords.Of(line)}").Concat(SupportPlanWords.Sums(support)).Concat(SupportPlanWords.Wishes(support)).Append("Nobody has agreed this yet. A council worker goes through it with you."));
        }

        Part(text, "What happens next", plan.HappensNext.Select(next => $"- {next}"));
        Part(text, "Who to ring", plan.WhoToRing.Select(Line));
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

    private static string Line(PlanLine line) => $"{line.Label}: {line.Words}";

    // Nothing stands under its title: then there is no title either.
    private static void Part(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var written = string.Concat(lines.Select(line => $"{line}\n"));
        text.Append(written.Length == 0 ? "" : $"\n{title.ToUpperInvariant()}\n{written}");
    }
}
