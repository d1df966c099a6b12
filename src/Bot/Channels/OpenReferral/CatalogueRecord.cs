using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>One record with everything below it.</summary>
internal sealed class CatalogueRecord(CatalogueItem item) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        item.WriteWhole(json);
    }
}
