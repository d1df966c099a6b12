using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Safety;

/// <summary>Reads <c>content/safety/responses.yaml</c>. A kind without words is an error: the program doesn't start without them.</summary>
internal static class SafetyResponsesLoader
{
    public static SafetyResponses? Load(string file, string text, CouncilSettings council, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var byKind = ImmutableDictionary.CreateBuilder<ConcernKind, SafetyResponse>();
        foreach (var node in root.Items("responses"))
        {
            if (ConcernCodes.Parse(node.Text("kind")) is { } kind)
            {
                byKind[kind] = new SafetyResponse(node.Text("say"), [.. node.Items("numbers").Select(Number)], node.Words("follow_ups"));
            }
            else
            {
                node.Problem("kind", $"There is no concern '{node.Text("kind")}'.");
            }

            node.NoOtherFields();
        }

        root.NoOtherFields();
        foreach (var kind in Enum.GetValues<ConcernKind>().Where(kind => !byKind.TryGetValue(kind, out var response) || response.FollowUps.IsEmpty))
        {
            root.Problem("responses", $"There is nothing to say, or nothing to say after it, to '{kind.Code()}'.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : new SafetyResponses(byKind.ToImmutable(), council.Values(isOpen: true), council.Values(isOpen: false));
    }

    private static HelpNumber Number(ContentNode node)
    {
        var number = new HelpNumber(node.Text("label"), node.Text("number"), "", node.Optional("note"), node.Flag("text", otherwise: false));
        node.NoOtherFields();
        return number;
    }
}
