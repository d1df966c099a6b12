using System.Globalization;
using System.Text.Json;

namespace TransformingLives.Benchmarks;

/// <summary>Services of a directory that is as large as one likes: the same number gives the same service.</summary>
internal static class GeneratedServices
{
    private static readonly string[] Kinds = ["Lunch club", "Day centre", "Befriending", "Home care", "Carers group", "Memory cafe", "Falls class", "Advice desk", "Community transport", "Respite", "Library", "Walking group", "Counselling", "Food bank", "Pharmacy"];
    private static readonly string[] Places = ["Northby", "Eastwick", "Southam", "Weston", "Millford", "Oakley", "Ashby", "Thorpe", "Kirkham", "Langley"];
    private static readonly string[] Words = "a the of for and with people older carers help at home near support group meet week tea talk free ring drop in advice money forms memory walk gentle exercise music garden lunch hot meals transport driver hospital visit friend young adults families disability hearing sight wheelchair ramp parking evening morning volunteer trained staff nurse council charity church hall library village town".Split(' ');

    public static string Line(int number)
    {
        var random = new Random(number);
        var kind = Kinds[random.Next(Kinds.Length)];
        var place = Places[random.Next(Places.Length)];
        string Id(int part) => string.Create(CultureInfo.InvariantCulture, $"{part:x8}-0000-4000-8000-{number:x12}");
        return JsonSerializer.Serialize(new
        {
            id = Id(1),
            name = $"{place} {kind} {number}",
            description = string.Join(' ', Enumerable.Range(0, random.Next(12, 45)).Select(_ => Words[random.Next(Words.Length)])),
            status = "active",
            url = $"https://service-{number}.example.org",
            fees_description = "Free",
            eligibility_description = "Anyone",
            assured_date = "2026-10-01",
            organization = new { id = Id(2), name = $"{place} Trust", description = "A charity" },
            phones = new[] { new { id = Id(3), number = "01632 960 501" } },
            schedules = new[] { new { id = Id(4), freq = "WEEKLY", byday = "MO,WE", opens_at = "10:00", closes_at = "15:00" } },
            service_at_locations = new[]
            {
                new { id = Id(5), location = new { id = Id(6), location_type = "physical", name = place, latitude = 51.5 + random.NextDouble(), longitude = random.NextDouble() - 0.5, addresses = new[] { new { id = Id(7), address_1 = "1 Sample Street", city = place, state_province = "Example", postal_code = "CB7 4ZZ", country = "GB", address_type = "physical" } } } },
            },
            attributes = new[] { new { id = Id(8), taxonomy_term = new { id = Id(9), name = kind, description = kind, taxonomy = "types" } } },
        });
    }
}
