using TransformingLives.Knowledge.Guides;

namespace TransformingLives.Knowledge.Searching;

/// <summary>A guide cut into passages: what it says first, and each part under a heading.</summary>
internal static class GuidePassages
{
    public static IEnumerable<PassageText> Of(Guide guide)
    {
        yield return new PassageText(guide.Id, guide.Title, $"{guide.Summary} {string.Join(' ', guide.NextSteps)}");
        foreach (var part in guide.Body.Split("\n## ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (heading, words) = Cut(part.TrimStart('#', ' ', '\n'));
            if (words.Length > 0)
            {
                yield return new PassageText(guide.Id, $"{guide.Title}: {heading}", words);
            }
        }
    }

    private static (string Heading, string Words) Cut(string part)
    {
        var end = part.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (part, "") : (part[..end].Trim(), part[end..].Replace("**", "", StringComparison.Ordinal).Trim());
    }
}
