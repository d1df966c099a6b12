using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.LanguageModel.Grounding;

namespace TransformingLives.Bot.LanguageModel.Prompts;

/// <summary>Reads <c>content/prompts</c>, with every problem's file, line and field.</summary>
internal static class PromptBookLoader
{
    private const string OpeningsFile = "openings.yaml";
    private const string EasierFile = "easier-words.yaml";
    private const string OrdinaryFile = "ordinary-words.yaml";
    private const int Longest = 8000;

    /// <summary>The prompts that there have to be.</summary>
    public static ImmutableArray<string> Needed { get; } = ["wording", "reading", "summary", "suggestions"];

    public static PromptBook Load(string content, List<ContentProblem> problems)
    {
        ContentNode? Root(string name)
        {
            var path = Path.Combine(content, "prompts", name);
            if (File.Exists(path))
            {
                return ContentNode.Parse($"prompts/{name}", File.ReadAllText(path), problems);
            }

            problems.Add(new ContentProblem($"prompts/{name}", 0, "", "This file is missing."));
            return null;
        }

        return new PromptBook
        {
            Prompts = Needed.Select(id => Root($"{id}.yaml") is { } root ? PromptOf(id, root) : null).OfType<Prompt>().ToImmutableDictionary(prompt => prompt.Id),
            Openings = Root(OpeningsFile) is { } openings ? OpeningsOf(openings) : [],
            Easier = Root(EasierFile) is { } easier ? EasierOf(easier) : [],
            Ordinary = Root(OrdinaryFile) is { } ordinary ? OrdinaryOf(ordinary) : [],
        };
    }

    private static Prompt PromptOf(string id, ContentNode root)
    {
        var prompt = new Prompt(id, root.Number("version") ?? 0, root.Text("system"));
        if (prompt.Version < 1)
        {
            root.Problem("version", "A prompt needs a 'version', from 1, that rises with each change: it stands beside every call.");
        }

        if (prompt.System.Length > Longest)
        {
            root.Problem("system", $"The instructions are longer than {Longest} characters: every call pays for them.");
        }

        root.NoOtherFields();
        return prompt;
    }

    private static ImmutableArray<Opening> OpeningsOf(ContentNode root)
    {
        var openings = ImmutableArray.CreateBuilder<Opening>();
        foreach (var item in root.Items("openings"))
        {
            var opening = new Opening(item.Text("id"), item.Text("text"));
            if (openings.Any(other => other.Id == opening.Id))
            {
                item.Problem("id", $"The opening '{opening.Id}' stands twice.");
            }

            if (opening.Text.Any(sign => char.IsDigit(sign) || sign is '<' or '[' or '*' or '{'))
            {
                item.Problem("text", "An opening is a plain sentence: no figures, links or markup, for it may stand before any answer.");
            }

            item.NoOtherFields();
            openings.Add(opening);
        }

        root.NoOtherFields();
        return openings.ToImmutable();
    }

    private static ImmutableArray<EasierWord> EasierOf(ContentNode root)
    {
        var pairs = ImmutableArray.CreateBuilder<EasierWord>();
        foreach (var item in root.Items("words"))
        {
            var (from, to) = (Words(item.Text("hard")), Words(item.Text("easy")));
            if (from.Concat(to).Any(word => word.Any(char.IsDigit) || SentenceWords.IsTurning(word)))
            {
                item.Problem("hard", "A figure or a word that a sentence turns on, such as 'not', 'if', 'must' or 'may', can't be made easier: it would promise something else.");
            }

            item.NoOtherFields();
            pairs.Add(new EasierWord(from, to));
        }

        root.NoOtherFields();

        // The longest first, so that "get in touch with" is seen before "get".
        return [.. pairs.OrderByDescending(pair => pair.From.Length)];
    }

    private static ImmutableArray<string> OrdinaryOf(ContentNode root)
    {
        var words = root.Words("words");
        foreach (var word in words.Where(word => !word.All(char.IsAsciiLetterLower)))
        {
            root.Problem("words", $"'{word}' should be one word in small letters: only ordinary words may leave.");
        }

        root.NoOtherFields();
        return words;
    }

    private static ImmutableArray<string> Words(string text) => [.. SentenceWords.Written(text).Select(word => word.ToLowerInvariant())];
}
