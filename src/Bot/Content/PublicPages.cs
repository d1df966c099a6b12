using System.Collections.Immutable;

namespace TransformingLives.Bot.Content;

/// <summary>The pages of <c>content/pages</c>.</summary>
public sealed record PublicPages(ImmutableArray<PublicPage> All)
{
    /// <summary>No pages.</summary>
    public static PublicPages None { get; } = new([]);

    /// <summary>Places that the words of each page must name, so that nothing a resident has a right to see is left out.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Places = new Dictionary<string, ImmutableArray<string>>
    {
        [PublicPage.HowBudgets] = ["status", "individually", "panel", "holding", "charges", "questions", "prices"],
        [PublicPage.Privacy] = [],
    }.ToImmutableDictionary();

    /// <summary>Values that the words of each page must name in braces: how long things are kept is said as it is done.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Values = new Dictionary<string, ImmutableArray<string>>
    {
        [PublicPage.HowBudgets] = [],
        [PublicPage.Privacy] = ["council", "phone", "privacy", .. Enum.GetValues<RetentionKind>().Select(RetentionWords.Kept)],
    }.ToImmutableDictionary();

    /// <summary>The page of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; <c>check</c> finds this before residents do.</exception>
    public PublicPage Find(string id) => All.FirstOrDefault(page => page.Id == id) ?? throw new KeyNotFoundException($"There is no page '{id}' in content/pages.");

    /// <summary>Reads the folder <c>content/pages</c>.</summary>
    internal static PublicPages Load(string content, List<ContentProblem> problems)
    {
        var pages = ImmutableArray.CreateBuilder<PublicPage>();
        foreach (var (id, places) in Places)
        {
            var path = Path.Combine(content, "pages", $"{id}.md");
            if (!File.Exists(path))
            {
                problems.Add(new ContentProblem($"pages/{id}.md", 0, "", "This file is missing."));
                continue;
            }

            var text = File.ReadAllText(path);
            foreach (var value in Values[id].Where(value => !text.Contains($"{{{value}}}", StringComparison.Ordinal)))
            {
                problems.Add(new ContentProblem($"pages/{id}.md", 0, value, $"The page should say '{{{value}}}' somewhere: what council.yaml says is put there."));
            }

            pages.Add(Read(id, text, places, problems));
        }

        return new PublicPages(pages.ToImmutable());
    }

    private static PublicPage Read(string id, string text, ImmutableArray<string> places, List<ContentProblem> problems)
    {
        var file = $"pages/{id}.md";
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal))
        {
            problems.Add(new ContentProblem(file, 1, "", "The first line should be the title, such as '# How budgets are worked out'."));
        }

        foreach (var place in places.Where(place => !lines.Contains($"{{{{{place}}}}}")))
        {
            problems.Add(new ContentProblem(file, 0, place, $"The page should have the line '{{{{{place}}}}}': the figures are put there."));
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("{{", StringComparison.Ordinal) && !places.Contains(lines[i].Trim('{', '}')))
            {
                problems.Add(new ContentProblem(file, i + 1, lines[i], $"There is nothing to put at {lines[i]}. Known are: {string.Join(", ", places)}."));
            }
        }

        return new PublicPage(id, lines[0].TrimStart('#', ' '), string.Join('\n', lines[1..]).Trim());
    }
}
