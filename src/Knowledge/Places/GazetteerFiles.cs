using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace TransformingLives.Knowledge.Places;

/// <summary>Reads <c>content/places/</c>.</summary>
internal static class GazetteerFiles
{
    private static readonly string[] Kinds = ["city", "town", "populated", "village", "suburb", "settlement", "hamlet"];

    public static Gazetteer Load(string folder, ImmutableDictionary<string, string> patches, List<KnowledgeProblem> problems)
    {
        var byPostcode = new Dictionary<string, GazetteerEntry>(StringComparer.Ordinal);
        foreach (var row in Rows(folder, "outcodes.csv", problems))
        {
            var outcode = row.Text("outcode");
            byPostcode[outcode] = row.Entry(row.Text("place") is { Length: > 0 } place ? place : outcode, 0, outcode, patches);
        }

        foreach (var row in Rows(folder, "sectors.csv", problems))
        {
            var sector = row.Text("sector");
            var outcode = sector[..sector.IndexOf(' ', StringComparison.Ordinal)];
            var around = byPostcode.GetValueOrDefault(outcode);
            byPostcode[sector] = new GazetteerEntry(around?.Name ?? outcode, 0, row.Number("latitude"), row.Number("longitude"), outcode, around?.CouncilName, patches.GetValueOrDefault(outcode));
        }

        return new Gazetteer(Names(folder, patches, problems), byPostcode.ToFrozenDictionary(StringComparer.Ordinal), OrdinaryWords(folder));
    }

    private static FrozenDictionary<string, GazetteerEntry> Names(string folder, ImmutableDictionary<string, string> patches, List<KnowledgeProblem> problems)
    {
        var entries = new List<(string Name, GazetteerEntry Entry)>();
        foreach (var row in Rows(folder, "places.csv", problems))
        {
            var entry = row.Entry(row.Text("name"), Math.Max(0, Array.IndexOf(Kinds, row.Text("kind"))), row.Text("outcode") is { Length: > 0 } outcode ? outcode : null, patches);
            entries.Add((Key(entry.Name), entry));
            entries.AddRange(ShortNames(entry));
        }

        return entries
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.MinBy(pair => (pair.Entry.Patch is null, pair.Entry.Rank, pair.Name != Key(pair.Entry.Name))).Entry, StringComparer.Ordinal);
    }

    // People say "Melton" for Melton Mowbray and "Ashby" for Ashby-de-la-Zouch: the first word of a town's longer name.
    private static IEnumerable<(string Name, GazetteerEntry Entry)> ShortNames(GazetteerEntry entry)
    {
        var parts = Key(entry.Name).Split(' ');
        return parts.Length > 1 && parts[0].Length > 4 && entry.Rank <= 1 ? [(parts[0], entry)] : [];
    }

    /// <summary>A name as it is looked up: lower case, hyphens and apostrophes gone.</summary>
    public static string Key(string name) =>
#pragma warning disable CA1308 // Keys are compared with words in lower case.
        name.ToLowerInvariant().Replace('-', ' ').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
#pragma warning restore CA1308

    private static FrozenSet<string> OrdinaryWords(string folder)
    {
        var path = Path.Combine(folder, "ordinary-words.txt");
        return File.Exists(path) ? File.ReadLines(path).ToFrozenSet(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<Row> Rows(string folder, string file, List<KnowledgeProblem> problems)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            problems.Add(new KnowledgeProblem($"places/{file}", 0, "", "This file is missing: without it no place is understood."));
            yield break;
        }

        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            if (csv.TryGetField<double>("latitude", out _) && csv.TryGetField<double>("longitude", out _))
            {
                yield return new Row(csv);
            }
            else
            {
                problems.Add(new KnowledgeProblem($"places/{file}", csv.Parser.Row, "latitude", "The position should be two numbers; this line was left out."));
            }
        }
    }

    private readonly record struct Row(CsvReader Csv)
    {
        public string Text(string field) => Csv.GetField(field)?.Trim() ?? "";

        public double Number(string field) => Csv.GetField<double>(field);

        public GazetteerEntry Entry(string name, int rank, string? outcode, ImmutableDictionary<string, string> patches) => new(
            name,
            rank,
            Number("latitude"),
            Number("longitude"),
            outcode,
            Text("district") is { Length: > 0 } district ? district : Text("county") is { Length: > 0 } county ? county : null,
            outcode is null ? null : patches.GetValueOrDefault(outcode));
    }
}
