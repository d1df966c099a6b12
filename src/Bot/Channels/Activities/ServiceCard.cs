using System.Globalization;
using System.Text.Json.Nodes;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>A service as an Adaptive Card: what, where and how far, when, cost, who for, when checked; ring, and read more.</summary>
internal static class ServiceCard
{
    public static JsonObject Of(ServiceHit service)
    {
        var body = new JsonArray(AdaptiveCard.Heading(service.Name));
        if (service.Description.Length > 0)
        {
            body.Add(AdaptiveCard.Text(service.Description));
        }

        if (service.IsSample)
        {
            body.Add(AdaptiveCard.Text("A sample: this service is made up."));
        }

        body.Add(AdaptiveCard.Facts(Facts(service)));
        return new JsonObject { ["speak"] = service.Name, ["body"] = body, ["actions"] = new JsonArray([.. Ways(service)]) };
    }

    private static IEnumerable<(string Label, string Value)> Facts(ServiceHit service) =>
    [
        ("Where", Distance.Beside(service)),
        ("When", service.When),
        ("Cost", service.Cost),
        ("Ring", service.Phone),
        ("Who for", service.Who),
        ("Checked", service.Source.Checked is { } day ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) : ""),
    ];

    private static IEnumerable<JsonNode> Ways(ServiceHit service)
    {
        if (service.Phone.Length > 0)
        {
            yield return Open($"Ring {service.Phone}", $"tel:{new string([.. service.Phone.Where(char.IsAsciiDigit)])}");
        }

        if (Uri.TryCreate(service.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            yield return Open("Read more", service.Url);
        }
    }

    private static JsonObject Open(string title, string address) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = address };
}
