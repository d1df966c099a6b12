using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Kinds;

/// <summary>Reads <c>content/triage/referrals.yaml</c>.</summary>
internal static class ReferralKindsLoader
{
    public static ReferralKinds? Load(string file, string text, FrozenDictionary<string, ImmutableArray<string>> spellings, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var reader = new PatternReader(new Dictionary<string, ImmutableArray<string>>(), spellings);
        var kinds = new ReferralKinds([.. root.Items("referrals").Select(node => Kind(node, reader))]);
        root.NoOtherFields();
        return kinds;
    }

    private static ReferralKind Kind(ContentNode node, PatternReader reader)
    {
        var asks = Patterns(node, reader);
        var kind = new ReferralKind
        {
            Id = node.Text("id"),
            Name = node.Text("name"),
            IsForPerson = node.Flag("for_person", otherwise: false),
            IsOffered = node.Flag("offered", otherwise: true),
            Topics = node.Words("topics"),
            Asks = asks,
            Index = new PatternIndex(asks),
            Tier = node.Number("tier") ?? 1,
            Layer = node.Text("layer"),
            Priority = node.Text("priority"),
            Team = node.Text("team"),
            EventOutcome = node.Text("event_outcome"),
        };
        node.NoOtherFields();
        return kind;
    }

    private static ImmutableArray<Pattern> Patterns(ContentNode node, PatternReader reader)
    {
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        foreach (var phrase in node.Words("asks"))
        {
            try
            {
                patterns.Add(reader.Read(phrase));
            }
            catch (FormatException exception)
            {
                node.Problem("asks", exception.Message);
            }
        }

        return patterns.ToImmutable();
    }
}
