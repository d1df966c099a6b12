using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>A conversation to be played: what the resident says, in order, and what must come of it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Channel">The channel it comes by.</param>
/// <param name="Says">The resident's turns; <c>(silence)</c> sends nothing.</param>
/// <param name="Replies">What replies must hold, by turn from 1: words that must or must not stand in them.</param>
internal sealed record Story(string Id, string Channel, ImmutableArray<string> Says, ImmutableArray<StoryExpectation> Replies)
{
    public const string Silence = "(silence)";

    /// <summary>Says this to go on answering what is asked, out of <see cref="WhenAsked"/>.</summary>
    public const string AnswerOn = "(answers)";

    /// <summary>What they say when something is asked or offered, by the id of the question or the offer; <c>arrange</c> for any offer to arrange something.</summary>
    public ImmutableDictionary<string, string> WhenAsked { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Words that some reply must have.</summary>
    public ImmutableArray<string> Ever { get; init; } = [];

    /// <summary>What the indicative budget must be; null for anything.</summary>
    public StoryEstimate? Estimate { get; init; }

    /// <summary>Tier, layer, team and the like of a referral, by its kind; each must stand there.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, string>> Outcomes { get; init; } = ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    /// <summary>Words that must stand somewhere in what is sent.</summary>
    public ImmutableArray<string> Sent { get; init; } = [];

    /// <summary>Kinds of alert at the desk, and no others; null for any.</summary>
    public ImmutableArray<string>? Alerts { get; init; }

    /// <summary>Words that must stand in what is kept, by question.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Kinds of referral that are sent, and no others; null for any.</summary>
    public ImmutableArray<string>? Referrals { get; init; }

    /// <summary>Kinds of danger noticed, and no others; null for any.</summary>
    public ImmutableArray<string>? Concerns { get; init; }

    /// <summary>Where it begins: the file, and the line from 1.</summary>
    public (string File, int Line) At { get; init; } = ("", 1);

    /// <summary>Reads a YAML list of stories.</summary>
    /// <exception cref="StartUpException">It isn't one.</exception>
    public static ImmutableArray<Story> Read(string file, string yaml)
    {
        try
        {
            var stories = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<List<StoryFile>?>(new ShallowYaml(new StringReader(yaml))) ?? [];
            return [.. stories.Select((story, index) => Of(story, index) with { At = (file, Line(yaml, story.Id)) })];
        }
        catch (YamlException exception)
        {
            throw new StartUpException($"{file}:{exception.Start.Line}: this is not a list of stories: {exception.InnerException?.Message ?? exception.Message}");
        }
    }

    private static int Line(string yaml, string? id) =>
        id is null ? 1 : Array.FindIndex(yaml.Split('\n'), line => line.TrimStart('-', ' ').TrimEnd() == $"id: {id}") + 1;

    private static Story Of(StoryFile story, int index)
    {
        var expected = (story.Expect ?? []).Select(e => new StoryExpectation(e.Turn, e.Has ?? "", e.HasNot ?? ""));
        var never = (story.Never ?? []).Select(words => new StoryExpectation(0, "", words));
        return new Story(story.Id ?? $"{index + 1}", story.Channel ?? "web", [.. story.Says ?? []], [.. expected, .. never])
        {
            Answers = (story.Answers ?? []).ToImmutableDictionary(),
            WhenAsked = (story.WhenAsked ?? []).ToImmutableDictionary(),
            Ever = [.. story.Ever ?? []],
            Estimate = story.Estimate is { } estimate ? new StoryEstimate(estimate.Points, estimate.Weekly, estimate.FourWeekly) : null,
            Outcomes = (story.Outcomes ?? []).ToImmutableDictionary(kind => kind.Key, kind => kind.Value.ToImmutableDictionary()),
            Sent = [.. story.Sent ?? []],
            Alerts = story.Alerts?.ToImmutableArray(),
            Referrals = story.Referrals?.ToImmutableArray(),
            Concerns = story.Concerns?.ToImmutableArray(),
        };
    }

    internal sealed class StoryFile
    {
        public string? Id { get; init; }

        public string? Channel { get; init; }

        public List<string>? Says { get; init; }

        public List<ExpectFile>? Expect { get; init; }

        public Dictionary<string, string>? Answers { get; init; }

        public Dictionary<string, string>? WhenAsked { get; init; }

        public List<string>? Ever { get; init; }

        public EstimateFile? Estimate { get; init; }

        public Dictionary<string, Dictionary<string, string>>? Outcomes { get; init; }

        public List<string>? Sent { get; init; }

        public List<string>? Alerts { get; init; }

        public List<string>? Referrals { get; init; }

        public List<string>? Concerns { get; init; }

        public List<string>? Never { get; init; }
    }

    internal sealed class EstimateFile
    {
        public int Points { get; init; }

        public decimal Weekly { get; init; }

        public decimal FourWeekly { get; init; }
    }

    internal sealed class ExpectFile
    {
        public int Turn { get; init; }

        public string? Has { get; init; }

        public string? HasNot { get; init; }
    }
}

/// <summary>An indicative budget to the penny; 0 points and £0 where none must be shown.</summary>
internal sealed record StoryEstimate(int Points, decimal Weekly, decimal FourWeekly);

/// <summary>What the replies to a turn must hold.</summary>
/// <param name="Turn">From 1; 0 for every turn.</param>
/// <param name="Has">Words that must stand in them; empty for none.</param>
/// <param name="HasNot">Words that must not; empty for none.</param>
internal sealed record StoryExpectation(int Turn, string Has, string HasNot);
