using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>What was measured: figures by name, and every record that was got wrong.</summary>
internal sealed record Figures(JsonObject Values, IReadOnlyList<Miss> Misses)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The share of records for which something holds, 0 to 1; 1 when there are none.</summary>
    public static double Share<T>(IEnumerable<T> records, Func<T, bool> holds)
    {
        var all = records.ToList();
        return all.Count == 0 ? 1 : Math.Round((double)all.Count(holds) / all.Count, 4);
    }

    /// <summary>One JSON object, as the evaluation's description asks.</summary>
    public string ToJson()
    {
        var json = (JsonObject)Values.DeepClone();
        json["misses"] = new JsonArray([.. Misses.Select(miss => new JsonObject { ["id"] = miss.Id, ["expected"] = miss.Expected, ["got"] = miss.Got })]);
        return json.ToJsonString(Readable);
    }

    /// <summary>The same as a table for a person, the misses below it.</summary>
    public string ToTable()
    {
        var table = new StringBuilder();
        Write(table, Values, "");
        foreach (var miss in Misses)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{miss.Id}  expected {miss.Expected}, got {miss.Got}: {miss.Text}{(miss.Because.Length > 0 ? $"  [{miss.Because}]" : "")}");
        }

        return table.ToString();
    }

    private static void Write(StringBuilder table, JsonObject values, string before)
    {
        foreach (var (name, value) in values)
        {
            if (value is JsonObject inner)
            {
                Write(table, inner, $"{before}{name}.");
            }
            else
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"{before + name,-40}{value}");
            }
        }
    }
}

/// <summary>A record that was got wrong.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Text">What was said.</param>
/// <param name="Expected">What was right.</param>
/// <param name="Got">What was found.</param>
/// <param name="Because">What led to it, for whoever mends it: the rule and the words that it went by.</param>
internal sealed record Miss(string Id, string Text, string Expected, string Got, string Because = "");
