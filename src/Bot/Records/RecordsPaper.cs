using System.Text;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Records;

/// <summary>The record of what is kept, why, where and for how long (UK GDPR, Article 30), as Markdown.</summary>
internal static class RecordsPaper
{
    public static string Of(CouncilSettings council)
    {
        var paper = new StringBuilder();
        paper.Append(System.Globalization.CultureInfo.InvariantCulture, $"# What is kept, where and for how long: {council.Name}\n\n");
        paper.Append("Made by `describe records` from `council.yaml` and from what the program keeps. Times count from the last change; what is older is removed every night. Back-ups are kept for as long as whoever makes them keeps them; who was erased can't be read in them.\n\n");
        paper.Append("| what | why | where | how long | when the person asks for erasure |\n|---|---|---|---|---|\n");
        foreach (var record in KeptRecord.All)
        {
            paper.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {record.What} | {record.Why} | {string.Join(", ", record.Where.Select(where => $"`{where}`"))} | {HowLong(record, council.Retention)} | {WhenErased(record, council.Retention)} |\n");
        }

        return paper.ToString();
    }

    private static string HowLong(KeptRecord record, RetentionSettings retention)
    {
        var days = record.Kind is { } kind && retention.Of(kind) is { } rule ? RetentionWords.Of(rule.Days) : "";
        return (days, record.Until) switch
        {
            ("", var until) => until,
            (var kept, "") => kept,
            var (kept, until) => $"{kept}; {until}",
        };
    }

    private static string WhenErased(KeptRecord record, RetentionSettings retention) => record.Kind switch
    {
        null => "stays",
        { } kind when retention.KeptWhenErased(kind) is { } why => $"stays: {why}",
        _ => "erased",
    };
}
