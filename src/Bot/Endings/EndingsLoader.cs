using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Endings;

/// <summary>Reads <c>content/endings.yaml</c>: every ending that the program uses has to be described there.</summary>
internal static class EndingsLoader
{
    /// <returns>Endings by id; null when the file has an error.</returns>
    public static ImmutableDictionary<string, Ending>? Load(string file, string text, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var endings = ImmutableDictionary.CreateBuilder<string, Ending>(StringComparer.Ordinal);
        foreach (var item in root.Items("endings"))
        {
            var ending = new Ending(item.Text("id"), item.Text("label"), item.Text("description"));
            if (!EndingIds.All.Contains(ending.Id))
            {
                item.Problem("id", $"The program has no ending '{ending.Id}'.");
            }
            else if (!endings.TryAdd(ending.Id, ending))
            {
                item.Problem("id", $"The ending '{ending.Id}' stands twice.");
            }

            item.NoOtherFields();
        }

        root.NoOtherFields();
        foreach (var missing in EndingIds.All.Where(id => !endings.ContainsKey(id)))
        {
            root.Problem("endings", $"The ending '{missing}' is used by the program and not described.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : endings.ToImmutable();
    }
}
