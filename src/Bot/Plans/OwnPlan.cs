using System.Collections.Immutable;

namespace TransformingLives.Bot.Plans;

/// <summary>What everybody leaves with, whether or not anything is sent (Cambridgeshire 2014, 3.2: the wellbeing of people who are not eligible too).</summary>
/// <param name="TalkedAbout">What we talked about, in their words where there are any.</param>
/// <param name="CanDo">What they can do now.</param>
/// <param name="HappensNext">What happens next, and by when.</param>
/// <param name="WhoToRing">Numbers, the council's first.</param>
public sealed record OwnPlan(ImmutableArray<PlanLine> TalkedAbout, ImmutableArray<PlanIdea> CanDo, ImmutableArray<string> HappensNext, ImmutableArray<PlanLine> WhoToRing)
{
    /// <summary>There is a plan for a day when the main helper can't be there, on a page of its own.</summary>
    public bool HasContingency { get; init; }

    /// <summary>A first support plan; null when they made none.</summary>
    public CaseBridge.SupportPlans.SupportPlan? Support { get; init; }

    /// <summary>Nothing was talked about yet.</summary>
    public bool IsEmpty => TalkedAbout.IsEmpty && CanDo.IsEmpty;
}

/// <summary>A label and what stands beside it.</summary>
public sealed record PlanLine(string Label, string Words);

/// <summary>Something they can do.</summary>
/// <param name="Title">"Help with meals".</param>
/// <param name="Summary">A sentence or two.</param>
/// <param name="Steps">What to do, a sentence each.</param>
/// <param name="Services">Who can help nearby: name, place, phone.</param>
/// <param name="Source">Where it is from, and when it was checked.</param>
public sealed record PlanIdea(string Title, string Summary, ImmutableArray<string> Steps, ImmutableArray<string> Services, string Source);
