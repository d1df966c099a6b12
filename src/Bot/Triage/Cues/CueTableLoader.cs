using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Cues;

/// <summary>Reads the files <c>content/triage/cues*.yaml</c>: word groups and cues.</summary>
internal static class CueTableLoader
{
    public static CueTable Load(IEnumerable<(string File, string Text)> files, FrozenDictionary<string, ImmutableArray<string>> spellings, List<ContentProblem> problems)
    {
        var roots = files.Select(file => ContentNode.Parse(file.File, file.Text, problems)).OfType<ContentNode>().ToList();
        var groups = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var section in roots.Select(root => root.Section("groups")).OfType<ContentNode>())
        {
            foreach (var name in section.Fields.ToList())
            {
                groups[name] = section.Words(name);
            }
        }

        var reader = new PatternReader(groups, spellings);
        ImmutableArray<Cue> cues = [.. roots.SelectMany(root => root.Items("cues")).Select(node => Cue(node, reader))];
        foreach (var root in roots)
        {
            root.NoOtherFields();
        }

        foreach (var twice in cues.GroupBy(cue => cue.Id).Where(group => group.Count() > 1))
        {
            problems.Add(new ContentProblem("triage/cues", 0, twice.Key, $"The cue '{twice.Key}' stands twice."));
        }

        return new CueTable(cues);
    }

    private static Cue Cue(ContentNode node, PatternReader reader)
    {
        var cue = new Cue
        {
            Id = node.Text("id"),
            Says = Patterns(node, "says", reader),
            Unless = Patterns(node, "unless", reader),
            With = Patterns(node, "with", reader),
            Raises = node.Optional("raises") is { Length: > 0 } code ? ConcernCodes.Read(node, "raises", code) : null,
            StandsDenied = node.Flag("also_denied", otherwise: false),
            Fills = Fills(node.Section("fills")),
            Topic = node.Optional("topic"),
            Referral = node.Optional("referral"),
            Declines = node.Words("declines"),
            Ask = node.Words("ask"),
            StartsPlan = node.Flag("starts", otherwise: false),
            IsAnswer = node.Flag("answers", otherwise: false),
            Part = node.Optional("part"),
        };
        if (cue.Says.IsEmpty)
        {
            node.Problem("says", $"The cue '{cue.Id}' needs at least one phrase under 'says'.");
        }

        node.NoOtherFields();
        return cue;
    }

    private static ImmutableArray<(string, string)> Fills(ContentNode? node) =>
        node is null ? [] : [.. node.Fields.ToList().SelectMany(question => node.Words(question).Select(option => (question, option)))];

    private static ImmutableArray<Pattern> Patterns(ContentNode node, string field, PatternReader reader)
    {
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        foreach (var phrase in node.Words(field))
        {
            try
            {
                patterns.Add(reader.Read(phrase));
            }
            catch (FormatException exception)
            {
                node.Problem(field, exception.Message);
            }
        }

        return patterns.ToImmutable();
    }
}
