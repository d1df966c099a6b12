using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Guides;

/// <summary>Reads <c>content/guides/*.md</c>: front matter between two lines of <c>---</c>, then Markdown.</summary>
internal static class GuideFiles
{
    private const string Fence = "---";

    /// <summary>Two text messages hold so many characters.</summary>
    private const int LongestSms = 306;

    public static ImmutableArray<Guide> Load(string folder, List<KnowledgeProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new KnowledgeProblem("guides", 0, "", "This folder is missing: there is nothing to answer from."));
            return [];
        }

        return [.. Directory.EnumerateFiles(folder, "*.md")
            .Where(path => !Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => Parse($"guides/{Path.GetFileName(path)}", File.ReadAllText(path), problems))
            .OfType<Guide>()];
    }

    /// <summary>One guide; null, with a problem, when it can't be used.</summary>
    public static Guide? Parse(string file, string text, List<KnowledgeProblem> problems)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
        {
            problems.Add(new KnowledgeProblem(file, 1, "", "A guide begins with its title, topics, summary and dates between two lines of '---'."));
            return null;
        }

        var yaml = string.Join('\n', lines[1..end]);
        if (YamlRecord.Read<GuideHeader>(file, yaml, 2, problems) is not { } header)
        {
            return null;
        }

        var before = problems.Count;
        var reviewed = Date(file, yaml, "reviewed", header.Reviewed, problems);
        var reviewBy = Date(file, yaml, "review_by", header.ReviewBy, problems);
        Check(file, yaml, header, problems);
        return problems.Skip(before).Any(problem => problem.IsError) ? null : new Guide(
            Path.GetFileNameWithoutExtension(file),
            header.Title.Trim(),
            [.. header.Topics],
            header.Summary.Trim(),
            [.. header.NextSteps.Select(step => step.Trim())],
            header.Sms.Trim(),
            header.Spoken.Trim(),
            reviewed,
            reviewBy,
            [.. header.Sources.Select(source => new GuideSource(source.Title, source.Url))],
            string.Join('\n', lines[(end + 1)..]).Trim())
        {
            WhenSaid = [.. header.WhenSaid.Select(words => words.Trim())],
        };
    }

    private static void Check(string file, string yaml, GuideHeader header, List<KnowledgeProblem> problems)
    {
        void Problem(string field, string message, bool isError = true) => problems.Add(new KnowledgeProblem(file, YamlRecord.LineOf(yaml, field, 2), field, message, isError));
        if (header.Topics.Count == 0)
        {
            Problem("topics", "A guide needs one topic or more.");
        }

        if (string.IsNullOrWhiteSpace(header.Summary))
        {
            Problem("summary", "The summary is the answer: it can't be empty.");
        }

        if (header.WhenSaid.FindIndex(words => Tokens.Spans(words ?? "").IsEmpty) is var empty && empty >= 0)
        {
            Problem("when_said", $"'{header.WhenSaid[empty]}' is no word that somebody could say.");
        }

        if (header.Sources.Count == 0)
        {
            Problem("sources", "A guide names one source or more.");
        }

        if (header.Sources.FirstOrDefault(source => !Uri.TryCreate(source.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")) is { } wrong)
        {
            Problem("sources", $"'{wrong.Url}' is not a web address.");
        }

        if (header.Sms.Trim().Length > LongestSms)
        {
            Problem("sms", $"A text message should be at most {LongestSms} characters; this is {header.Sms.Trim().Length}.", isError: false);
        }
    }

    private static DateOnly Date(string file, string yaml, string field, string written, List<KnowledgeProblem> problems)
    {
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Add(new KnowledgeProblem(file, YamlRecord.LineOf(yaml, field, 2), field, $"'{written}' should be a date such as 2026-10-05."));
        }

        return date;
    }
}
