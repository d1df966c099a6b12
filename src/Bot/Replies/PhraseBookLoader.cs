using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Replies;

/// <summary>Reads a file of <c>content/replies</c>: <c>phrases: - id, say, short, spoken, actions</c>.</summary>
internal static class PhraseBookLoader
{
    public static IEnumerable<KeyValuePair<string, Phrase>> Load(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            yield break;
        }

        foreach (var node in root.Items("phrases"))
        {
            var id = node.Text("id");
            var say = node.Words("say");
            if (say.IsEmpty)
            {
                node.Problem("say", $"The phrase '{id}' says nothing.");
                continue;
            }

            ImmutableArray<SuggestedAction> actions = [.. node.Items("actions").Select(action => new SuggestedAction(action.Text("label"), action.Text("value")))];
            yield return new(id, new Phrase(say, node.Optional("short"), node.Optional("spoken"), actions));
            node.NoOtherFields();
        }

        root.NoOtherFields();
    }
}
