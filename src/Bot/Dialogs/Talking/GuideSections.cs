using System.Collections.Immutable;
using System.Text;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>The section of a guide that a question is about, by the words they share. Guides are written as questions with answers.</summary>
internal static class GuideSections
{
    private const double Enough = 0.34;
    private const int MostSentences = 5;

    private static readonly ImmutableArray<string> Empty = "a an the is are was be to of in on at for with and or it this that i you he she we they my your his her our their do does did can could will would what how when where who why which if there any some me him them from by as about get have has had not no so up out just then than much one would should need want please us yes ok well actually".Split(' ').ToImmutableArray();

    private static readonly ImmutableArray<(string Word, string Means)> Families =
    [
        ("much", "cost"), ("pay", "cost"), ("price", "cost"), ("charge", "cost"), ("charges", "cost"), ("free", "cost"), ("fee", "cost"), ("costs", "cost"), ("expensive", "cost"), ("afford", "cost"), ("money", "cost"),
        ("long", "last"), ("weeks", "last"), ("months", "last"), ("lasts", "last"), ("spend", "spend"), ("buy", "spend"), ("return", "give"), ("solicitor", "solicitor"), ("lawyer", "solicitor"), ("late", "late"), ("difference", "kinds"), ("kinds", "kinds"), ("types", "kinds"), ("two", "kinds"), ("sorts", "kinds"), ("register", "register"), ("registered", "register"),
    ];

    /// <summary>The sections of a guide's body: heading and text.</summary>
    public static IEnumerable<(string Heading, string Text)> Of(string body)
    {
        foreach (var part in $"\n{body}".Split("\n## ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            if (end > 0)
            {
                yield return (part[..end].Trim(), part[end..].Trim());
            }
        }
    }

    /// <summary>The text of the section that fits best; null when none fits well.</summary>
    /// <param name="title">Words of the title are in every section and tell them apart no more.</param>
    /// <param name="body">The guide in Markdown.</param>
    /// <param name="question">What was asked.</param>
    public static string? Best(string title, string body, string question)
    {
        var asked = Stems(question);
        asked.ExceptWith(Stems(title));
        var best = Of(body).Select(section => (section, Score: Score(asked, section))).OrderByDescending(pair => pair.Score).FirstOrDefault();
        return asked.Count > 0 && best.Score >= Enough ? Plain(best.section.Text, asked) : null;
    }

    // Words of the heading count double; a section that has most of what was asked wins.
    private static double Score(HashSet<string> asked, (string Heading, string Text) section)
    {
        var heading = Stems(section.Heading);
        var text = Stems(section.Text);
        return asked.Count == 0 ? 0 : asked.Sum(stem => heading.Contains(stem) ? 1.0 : text.Contains(stem) ? 0.45 : 0) / Math.Max(2, asked.Count);
    }

    private static HashSet<string> Stems(string text) =>
        [.. Reading.Words.All(text).Where(word => !Empty.Contains(word) || word is "much" or "long").Select(Stem)];

    private static string Stem(string word)
    {
        var meant = Families.FirstOrDefault(family => family.Word == word).Means;
        return meant ?? (word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word.Length > 3 && word[^1] == 's' ? word[..^1] : word);
    }

    // A list becomes sentences, and no more than a few of them: the whole guide unfolds below.
    private static string Plain(string markdown, HashSet<string> asked)
    {
        var text = new StringBuilder();
        foreach (var line in markdown.Split('\n').Where(line => line.Trim().Length > 0))
        {
            var isItem = line.TrimStart().StartsWith("- ", StringComparison.Ordinal);
            text.Append(text.Length > 0 ? isItem ? "\n\n" : " " : "").Append(isItem ? line.Trim()[2..] : line.Trim());
        }

        var sentences = ShortSentences.Sentences(text.ToString()).ToList();
        var fitting = sentences.Count <= MostSentences ? sentences : sentences.Where((sentence, index) => index < 2 || asked.Overlaps(Stems(sentence))).Take(MostSentences).ToList();
        return string.Join(' ', fitting).Replace(" **", "\n\n**", StringComparison.Ordinal);
    }
}
