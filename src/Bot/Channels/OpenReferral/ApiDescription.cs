using System.Text.Json.Nodes;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>What the API says of itself: its version, and where it is described.</summary>
internal static class ApiDescription
{
    private const string Version = "HSDS-UK-3.0";
    private const string Profile = "https://docs.openreferraluk.org/en/latest/";

    public static IResult Show(HttpRequest request, PublicAddress address) => Results.Json(new JsonObject
    {
        ["version"] = Version,
        ["profile"] = Profile,
        ["openapi_url"] = $"{address.For(request)}{OpenReferralEndpoints.Root}/openapi.json",
    });

    /// <summary>The published description, with our address in it.</summary>
    public static IResult ShowSchema(HttpRequest request, PublicAddress address)
    {
        var schema = JsonNode.Parse(PublishedApi.OpenApi())!.AsObject();
        schema["servers"] = new JsonArray(new JsonObject { ["url"] = $"{address.For(request)}{OpenReferralEndpoints.Root}" });
        return Results.Json(schema);
    }
}
