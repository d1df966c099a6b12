using System.Globalization;
using TransformingLives.Knowledge.ServiceDirectory.Records;
using TransformingLives.Knowledge.ServiceDirectory.Schemas;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>What a service costs, in the words and figures of its record.</summary>
internal static class CostInWords
{
    private const int Longest = 500;

    /// <param name="today">Prices that ended before aren't said.</param>
    public static string Of(OpenReferralService written, DateOnly today)
    {
        var options = (written.CostOptions ?? []).OfType<OpenReferralCost>()
            .Where(cost => !(TextFormat.Day(cost.ValidTo) < today))
            .Select(Option)
            .Where(words => words.Length > 0)
            .Distinct();
        return PlainText.Line(string.Join("; ", options) is { Length: > 0 } said ? said : written.FeesDescription ?? written.Fees, Longest);
    }

    // "£6.50 per meal (Under 18s)"; "Free".
    private static string Option(OpenReferralCost cost)
    {
        var price = cost.Amount switch
        {
            null => "",
            0 => "Free",
            { } amount => $"{(cost.Currency is null or "GBP" ? "£" : cost.Currency + " ")}{amount.ToString(amount == decimal.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture)}",
        };
        var words = cost.AmountDescription ?? "";
        var first = price.Length > 0 && !words.Contains('£') && !(words.Contains("free", StringComparison.OrdinalIgnoreCase) && cost.Amount == 0) ? $"{price} {words}".Trim() : words.Length > 0 ? words : price;
        return (first, cost.Option ?? "") switch
        {
            ("", var option) => option,
            (_, "") => first,
            (_, var option) => $"{first} ({option})",
        };
    }
}
