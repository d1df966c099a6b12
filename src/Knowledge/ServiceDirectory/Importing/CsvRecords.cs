using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Rows of <c>services.csv</c>, the tables of HSDS before version 3, as records: their columns have the names of fields.
/// The tables lack what Open Referral UK asks for (UUIDs, and the organisation within the service), so each is as a rule refused, with what is missing.</summary>
internal static class CsvRecords
{
    public static IEnumerable<FeedRecord> Read(string name, string path)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var columns = csv.HeaderRecord ?? [];
        var rows = new List<FeedRecord>();
        while (csv.Read())
        {
            var fields = columns.Select((column, index) => (column, Value: csv.TryGetField<string>(index, out var value) ? value : null)).Where(field => !string.IsNullOrEmpty(field.Value)).DistinctBy(field => field.column);
            rows.Add(new FeedRecord($"{name} row {csv.Parser.Row}", Json(fields)));
        }

        return rows;
    }

    private static ReadOnlyMemory<byte> Json(IEnumerable<(string Name, string? Value)> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (column, value) in fields)
            {
                json.WriteString(column, value);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
