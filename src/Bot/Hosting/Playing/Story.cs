using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>A conversation to be played: what the resident says, in order.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Channel">The channel it comes by.</param>
/// <param name="Says">The resident's turns; <c>(silence)</c> sends nothing.</param>
/// <param name="Replies">What replies must hold, by turn from 1: words that must or must not stand in them.</param>
internal sealed record Story(string Id, string Channel, ImmutableArray<string> Says, ImmutableArray<StoryExpectation> Replies)
{
    public const string Silence = "(silence)";

    /// <summary>Reads a YAML list of stories.</summary>
    /// <exception cref="StartUpException">It isn't one.</exception>
    public static ImmutableArray<Story> Read(string file, string yaml)
    {
        try
        {
            var stories = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<List<StoryFile>?>(yaml) ?? [];
            return [.. stories.Select((story, index) => new Story(story.Id ?? $"{index + 1}", story.Channel ?? "web", [.. story.Says ?? []], [.. (story.Expect ?? []).Select(e => new StoryExpectation(e.Turn, e.Has ?? "", e.HasNot ?? ""))]))];
        }
        catch (YamlException exception)
        {
            throw new StartUpException($"{file}:{exception.Start.Line}: this is not a list of stories: {exception.InnerException?.Message ?? exception.Message}");
        }
    }

    internal sealed class StoryFile
    {
        public string? Id { get; init; }

        public string? Channel { get; init; }

        public List<string>? Says { get; init; }

        public List<ExpectFile>? Expect { get; init; }
    }

    internal sealed class ExpectFile
    {
        public int Turn { get; init; }

        public string? Has { get; init; }

        public string? HasNot { get; init; }
    }
}

/// <summary>What the replies to a turn must hold.</summary>
/// <param name="Turn">From 1; 0 for every turn.</param>
/// <param name="Has">Words that must stand in them; empty for none.</param>
/// <param name="HasNot">Words that must not; empty for none.</param>
internal sealed record StoryExpectation(int Turn, string Has, string HasNot);
