using System.Collections.Immutable;

namespace TransformingLives.Bot.Content;

/// <summary>How officers work together: the part <c>desk</c> of <c>content/council.yaml</c>.</summary>
public sealed record DeskSettings
{
    /// <summary>How soon an officer should be there when somebody may be in danger.</summary>
    public TimeSpan PromiseInDanger { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How soon an officer should be there for anybody else, counted in opening hours.</summary>
    public TimeSpan Promise { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After an officer's browser is gone for so long, the conversation waits for a person again.</summary>
    public TimeSpan ReturnedAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What officers may be good at. The first whose topics were talked about is asked for; one without topics is for everything else.</summary>
    public ImmutableArray<DeskSkill> Skills { get; init; } = [];

    /// <summary>The skill that is wanted for what was talked about, latest topic first; empty when no skill fits.</summary>
    public string SkillFor(ImmutableArray<string> topics) =>
        (topics.Select(topic => Skills.FirstOrDefault(skill => skill.Topics.Contains(topic))).FirstOrDefault(skill => skill is not null)
            ?? Skills.FirstOrDefault(skill => skill.Topics.IsEmpty))?.Id ?? "";

    /// <summary>The name of a skill; its id when it isn't known any more.</summary>
    public string NameOfSkill(string id) => Skills.FirstOrDefault(skill => skill.Id == id)?.Name ?? id;
}

/// <summary>A skill.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Name">What staff and residents read, for instance "Money and charges".</param>
/// <param name="Topics">Ids of topics it is for.</param>
public sealed record DeskSkill(string Id, string Name, ImmutableArray<string> Topics);
