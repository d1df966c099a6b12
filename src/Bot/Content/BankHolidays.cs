using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.Bot.Content;

/// <summary>Days on which councils in England are closed: <c>content/bank-holidays.yaml</c>, as GOV.UK lists them.</summary>
/// <param name="Days">The days.</param>
internal sealed record BankHolidays(ImmutableHashSet<DateOnly> Days)
{
    public static BankHolidays? Load(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        _ = root.Optional("source");
        var days = ImmutableHashSet.CreateBuilder<DateOnly>();
        foreach (var item in root.Items("days"))
        {
            if (DateOnly.TryParseExact(item.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add(day);
            }
            else
            {
                item.Problem("date", $"'{item.Optional("date")}' should be a day such as 2026-12-25.");
            }

            _ = item.Text("name");
            item.NoOtherFields();
        }

        root.NoOtherFields();
        return new BankHolidays(days.ToImmutable());
    }
}
