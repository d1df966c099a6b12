using System.Collections.Immutable;

namespace TransformingLives.Bot.Plans.Support;

/// <summary>Ideas for a first support plan: <c>content/plans/ideas.yaml</c>.</summary>
/// <param name="All">In order.</param>
public sealed record SupportIdeas(ImmutableArray<SupportIdea> All)
{
    /// <summary>None.</summary>
    public static SupportIdeas None { get; } = new([]);

    /// <summary>The idea of an id; null when there is none.</summary>
    public SupportIdea? Find(string id) => All.FirstOrDefault(idea => idea.Id == id);
}

/// <summary>An idea, with about what it costs.</summary>
/// <param name="Id">Also the option of the question <c>plan_ideas</c>.</param>
/// <param name="For">What it is for.</param>
/// <param name="Who">Who would do it, where nobody is named.</param>
/// <param name="Unit">What a price is for: <c>hour</c>, <c>meal</c>, <c>day</c>, <c>night</c>, <c>trip</c>, <c>week</c>, <c>time</c>.</param>
/// <param name="Price">About how many pounds for one.</param>
/// <param name="Usual">How many a week, where nobody says.</param>
public sealed record SupportIdea(string Id, string For, string Who, string Unit, decimal Price, int Usual)
{
    /// <summary>Bought once.</summary>
    public bool IsOnce { get; init; }

    /// <summary>The council's own service.</summary>
    public bool IsCouncilService { get; init; }

    /// <summary>The topic whose services could do it; empty for none.</summary>
    public string Topic { get; init; } = "";
}
