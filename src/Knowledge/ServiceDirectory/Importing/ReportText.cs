using System.Globalization;
using System.Text;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>The report of an import as somebody reads it, and the file of it beside the feed.</summary>
internal static class ReportText
{
    public const string FileName = "report.txt";

    /// <param name="most">So many of the records left out are listed.</param>
    public static string Of(ImportReport report, int most)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.GetCultureInfo("en-GB")));
        if (report.Refusal is { } reason)
        {
            Line($"Nothing was imported from {report.From}: {reason}");
        }
        else
        {
            Line($"Took {report.Taken:N0} of {report.Read:N0} services from {report.From} as the feed '{report.Name}'.");
            text.AppendLine(report.IsChanged ? $"  {report.Added:N0} are new, {report.Changed:N0} changed, {report.Gone:N0} are gone since the last time." : "  It is the same as the last time: nothing was changed.");
            Note(report.NotActive, "not active, and not offered to residents", Line);
            Note(report.WithoutTopic, "of no topic of ours, and found by their words only", Line);
            if (!report.CategoriesWithoutTopic.IsEmpty)
            {
                Line($"    Their categories, for services/topics.yaml: {string.Join(", ", report.CategoriesWithoutTopic)}.");
            }

            Note(report.WithoutPosition, "without a position on the map, so nobody is told how far they are", Line);
            Note(report.WithoutAssurance, "without the day somebody last checked them, and shown so", Line);
        }

        if (report.LeftOutRecords > 0)
        {
            Line($"Left out {report.LeftOutRecords:N0}:");
            foreach (var left in report.LeftOut.Take(most))
            {
                text.AppendLine($"  {Named(left)}: {(left.Field.Length > 0 ? $"{left.Field}: " : "")}{left.Message}");
            }

            if (report.LeftOut.Length > most)
            {
                Line($"  … and {report.LeftOut.Length - most:N0} lines more.");
            }
        }

        return text.ToString();
    }

    /// <summary>Writes the whole report beside the feed; returns where.</summary>
    public static string Write(ImportReport report, string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path, $"{now.ToString("u", CultureInfo.InvariantCulture)}{Environment.NewLine}{Of(report, int.MaxValue)}");
        return path;
    }

    private static void Note(int count, string words, Action<FormattableString> line)
    {
        if (count > 0)
        {
            line($"  {count:N0} {(count == 1 ? "is" : "are")} {words}.");
        }
    }

    private static string Named(LeftOutRecord left) => (left.Name, left.Id) switch
    {
        ("", "") => left.Where,
        (var name, "") => $"{left.Where} '{name}'",
        ("", var id) => $"{left.Where} ({id})",
        var (name, id) => $"{left.Where} '{name}' ({id})",
    };
}
