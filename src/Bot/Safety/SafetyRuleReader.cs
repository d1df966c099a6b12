using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Safety;

/// <summary>Gathers idioms, frames and rules out of the files of <c>content/safety</c>, and what is wrong with them.</summary>
internal sealed class SafetyRuleReader(PatternReader reader)
{
    private readonly List<(ContentNode Node, SafetyRule Rule)> rules = [];

    public List<SafetyFrame> Frames { get; } = [];

    public List<Pattern> Idioms { get; } = [];

    public IEnumerable<SafetyRule> Rules => rules.Select(pair => pair.Rule);

    public void Read(ContentNode root)
    {
        Idioms.AddRange(Patterns(root, "idioms"));
        Frames.AddRange(root.Items("frames").Select(Frame));
        rules.AddRange(root.Items("rules").Select(node => (node, Rule(node))));
    }

    /// <summary>Each rule alone must notice its own example: a rule that finds nothing is a problem.</summary>
    public void ProveExamples(SafetyRules all)
    {
        foreach (var (node, rule) in rules.Where(pair => SafetyNet.Screen(pair.Rule.Example, all with { Rules = [pair.Rule] }).IsEmpty))
        {
            node.Problem("example", $"The rule '{rule.Id}' does not notice its own example: “{rule.Example}”.");
        }
    }

    private SafetyRule Rule(ContentNode node)
    {
        var rule = new SafetyRule
        {
            Id = node.Text("id"),
            Kind = Kind(node, "kind", node.Text("kind")),
            Example = node.Text("example"),
            Note = node.Optional("note"),
            Any = Patterns(node, "any"),
            All = Patterns(node, "all"),
            Unless = Patterns(node, "unless"),
            Stands = node.Words("stands"),
            IsCertain = node.Flag("certain", otherwise: false),
        };
        if (rule.Any.IsEmpty)
        {
            node.Problem("any", $"The rule '{rule.Id}' needs at least one phrase under 'any'.");
        }

        node.NoOtherFields();
        return rule;
    }

    private SafetyFrame Frame(ContentNode node)
    {
        var frame = new SafetyFrame
        {
            Id = node.Text("id"),
            Cancels = [.. node.Words("cancels").Select(code => Kind(node, "cancels", code))],
            Any = Patterns(node, "any"),
            Unless = Patterns(node, "unless"),
        };
        node.NoOtherFields();
        return frame;
    }

    private static ConcernKind Kind(ContentNode node, string field, string code) => ConcernCodes.Read(node, field, code) ?? ConcernKind.UrgentCareNeed;

    private ImmutableArray<Pattern> Patterns(ContentNode node, string field)
    {
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        foreach (var text in node.Words(field))
        {
            try
            {
                patterns.Add(reader.Read(text));
            }
            catch (FormatException exception)
            {
                node.Problem(field, exception.Message);
            }
        }

        return patterns.ToImmutable();
    }
}
