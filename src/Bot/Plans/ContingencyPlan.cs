using System.Collections.Immutable;

namespace TransformingLives.Bot.Plans;

/// <summary>What should happen on a day when the one who helps most can't be there, as the family wrote it ahead (Cambridgeshire 2014, appendix one).</summary>
/// <param name="Parts">Who steps in; what helps; keys, medicines and contacts. Only what was told.</param>
public sealed record ContingencyPlan(ImmutableArray<ContingencyPart> Parts)
{
    /// <summary>No plan.</summary>
    public static ContingencyPlan None { get; } = new([]);

    /// <summary>Who is asked first to step in, in the family's words; null when nobody is named.</summary>
    public string? First { get; init; }

    /// <summary>Who is asked next; null when nobody is named.</summary>
    public string? Second { get; init; }

    /// <summary>Name of the person it is for; null when it wasn't told.</summary>
    public string? For { get; init; }

    /// <summary>Nothing was written.</summary>
    public bool IsEmpty => Parts.IsEmpty;

    /// <summary>All lines, in order.</summary>
    public IEnumerable<PlanLine> Lines => Parts.SelectMany(part => part.Lines);
}

/// <summary>A part of the plan.</summary>
public sealed record ContingencyPart(string Title, ImmutableArray<PlanLine> Lines);
