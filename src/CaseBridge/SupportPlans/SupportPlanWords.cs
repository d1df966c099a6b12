using System.Globalization;

namespace TransformingLives.CaseBridge.SupportPlans;

/// <summary>A line of a plan in words, the same for the person and for staff.</summary>
public static class SupportPlanWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Lantern Home Care, 7 hours a week, about £168.00 a week".</summary>
    public static string Of(SupportPlanLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var cost = line switch
        {
            { Weekly: { } weekly } => string.Create(British, $"about {weekly:C2} a week"),
            { Once: { } once } => string.Create(British, $"about {once:C2}"),
            _ => "a worker finds out what it costs",
        };
        return $"{line.Who}. {line.Often}, {cost}";
    }

    /// <summary>What staff have to know of it, a sentence each.</summary>
    public static IEnumerable<string> Notes(SupportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Holding.Length > 0 ? [$"The money would be held in this way: {plan.Holding.Replace('_', ' ')}."] : Array.Empty<string>(),
            .. plan.NotThisWay,
            .. plan.Panel is { } panel ? [$"For the risk panel. {panel}"] : Array.Empty<string>(),
            .. plan.WantsBroker ? ["Would like help to arrange it (brokerage)."] : Array.Empty<string>(),
            .. plan.WantsAdvocate ? ["Would like an advocate."] : Array.Empty<string>(),
        ];
    }

    /// <summary>What the person asked for beside the lines, in words to them.</summary>
    public static IEnumerable<string> Wishes(SupportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.WantsBroker ? ["You would like help to arrange it."] : Array.Empty<string>(),
            .. plan.WantsAdvocate ? ["You would like somebody on your side."] : Array.Empty<string>(),
        ];
    }

    /// <summary>The sums, a sentence each.</summary>
    public static IEnumerable<string> Sums(SupportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        yield return string.Create(British, $"About {plan.Weekly:C2} a week, beside an indicative budget of {plan.Budget:C2} a week: {Math.Abs(plan.Left):C2} {(plan.Left < 0 ? "more" : "left")}.");
        if (plan.Once > 0)
        {
            yield return string.Create(British, $"About {plan.Once:C2} once.");
        }
    }
}
