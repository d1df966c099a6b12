using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Safety;

/// <summary>Reads <c>content/safety/responses.yaml</c>. A kind without words is an error: the program doesn't start without them.</summary>
internal static class SafetyResponsesLoader
{
    public static SafetyResponses? Load(string file, string text, CouncilSettings council, SafetyRules rules, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var reader = new PatternReader(new Dictionary<string, ImmutableArray<string>>(), rules.Spellings);
        var byKind = ImmutableDictionary.CreateBuilder<ConcernKind, SafetyResponse>();
        foreach (var node in root.Items("responses"))
        {
            if (ConcernCodes.Read(node, "kind", node.Text("kind")) is { } kind)
            {
                byKind[kind] = Response(node, reader);
            }

            node.NoOtherFields();
        }

        root.NoOtherFields();
        foreach (var kind in Enum.GetValues<ConcernKind>().Where(kind => !byKind.TryGetValue(kind, out var response) || response.FollowUps.IsEmpty))
        {
            root.Problem("responses", $"There is nothing to say, or nothing to say after it, to '{kind.Code()}'.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : new SafetyResponses(byKind.ToImmutable(), council.Values(isOpen: true), council.Values(isOpen: false)) { Spelling = rules };
    }

    private static SafetyResponse Response(ContentNode node, PatternReader reader)
    {
        var first = new SafetyWords(node.Text("say"), node.Optional("short"));
        var other = new SafetyWords(node.Optional("say_other"), node.Optional("short_other"));
        ImmutableArray<SafetyAnswer> answers = [.. node.Items("answers").Select(item => Answer(item, reader))];
        var denials = Patterns(node, "denials", reader);
        return new SafetyResponse
        {
            First = first,
            FirstAboutOther = other.Say.Length > 0 ? other : first,
            Numbers = [.. node.Items("numbers").Select(Number)],
            Answers = answers,
            FollowUps = [.. node.Items("follow_ups").Select(Words)],
            Denials = denials,
            Refers = node.Optional("refers"),
            Index = new PatternIndex(answers.SelectMany(answer => answer.Says.Concat(answer.Unless)).Concat(denials)),
        };
    }

    private static SafetyAnswer Answer(ContentNode node, PatternReader reader)
    {
        var answer = new SafetyAnswer
        {
            Id = node.Text("id"),
            Words = new SafetyWords(node.Text("say"), node.Optional("short")),
            Closes = node.Flag("closes", otherwise: false),
            Says = Patterns(node, "says", reader),
            Unless = Patterns(node, "unless", reader),
        };
        node.NoOtherFields();
        return answer;
    }

    private static SafetyWords Words(ContentNode node)
    {
        var words = new SafetyWords(node.Text("say"), node.Optional("short"));
        node.NoOtherFields();
        return words;
    }

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

    private static HelpNumber Number(ContentNode node)
    {
        var number = new HelpNumber(node.Text("label"), node.Text("number"), "", node.Optional("note"), node.Flag("text", otherwise: false));
        node.NoOtherFields();
        return number;
    }
}
