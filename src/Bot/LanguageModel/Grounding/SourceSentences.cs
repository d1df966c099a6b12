using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.LanguageModel.Grounding;

/// <summary>All that may be said in an answer, sentence by sentence: the plain answer, the rest of its guide, and the services beside it.</summary>
internal static partial class SourceSentences
{
    private const int Most = 40;

    /// <summary>Headings that ask. What stands under another one, such as "If you are under 65", holds only there, and is not taken out of it.</summary>
    private static readonly ImmutableArray<string> Asking = ["what", "how", "who", "where", "when can", "why", "can", "do", "does", "is", "are"];

    /// <summary>The sentences of a plain answer and of what it was made from, numbered from 1.</summary>
    public static ImmutableArray<SourceSentence> Of(Reply reply)
    {
        var sentences = new List<SourceSentence>();
        foreach (var paragraph in Paragraphs(reply.Text))
        {
            Add(sentences, paragraph, section: 0, isPlain: true);
        }

        var section = 1;
        foreach (var (heading, text) in reply.Details.SelectMany(detail => GuideSections.Of(detail.Markdown)).Where(part => Asks(part.Heading)))
        {
            foreach (var paragraph in Paragraphs(text))
            {
                Add(sentences, paragraph, section, isPlain: false);
            }

            section++;
        }

        foreach (var line in reply.Services.SelectMany(Lines))
        {
            Add(sentences, line, section++, isPlain: false, isWhole: true);
        }

        return [.. sentences.Take(Most)];
    }

    /// <summary>The sentences of a text in plain words.</summary>
    public static IEnumerable<string> Cut(string paragraph) => End().Split(paragraph).Select(sentence => sentence.Trim()).Where(sentence => sentence.Any(char.IsLetter));

    private static void Add(List<SourceSentence> sentences, string paragraph, int section, bool isPlain, bool isWhole = false)
    {
        foreach (var text in isWhole ? [paragraph] : Cut(paragraph))
        {
            if (!sentences.Any(known => known.Text == text))
            {
                sentences.Add(new SourceSentence(sentences.Count + 1, text, section, isPlain));
            }
        }
    }

    private static IEnumerable<string> Paragraphs(string markdown) => markdown.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !line.StartsWith('#') && !line.StartsWith('|'))
        .Select(line => Mark().Replace(Link().Replace(line, "$1"), "").Trim())
        .Where(line => line.Length > 0);

    private static bool Asks(string heading) => Asking.Any(word => heading.StartsWith($"{word} ", StringComparison.OrdinalIgnoreCase));

    // Each with its name, so that no figure of one service can be told of another.
    private static IEnumerable<string> Lines(ServiceHit service)
    {
        var name = service.Name.Trim();
        return new[]
        {
            service.Description.Length > 0 ? $"{name}: {Cut(service.Description).FirstOrDefault() ?? ""}" : "",
            service.Where.Length > 0 ? $"{name} is here: {service.Where}." : "",
            service.When.Length > 0 ? $"{name} is open: {service.When}." : "",
            service.Cost.Length > 0 ? $"{name} costs: {service.Cost}." : "",
            service.Phone.Length > 0 ? $"You can ring {name} on {service.Phone}." : "",
        }.Where(line => line.Length > 0);
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}\d“""(])", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+\.)\s+|\*\*|__|`", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
