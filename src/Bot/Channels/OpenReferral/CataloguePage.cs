using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>A page of records with the paging of the standard, or all of them line by line.</summary>
internal sealed class CataloguePage(ImmutableArray<CatalogueItem> all, PageAsked asked) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => asked.IsByLine ? LinesAsync(httpContext) : PageAsync(httpContext);

    private async Task PageAsync(HttpContext http)
    {
        var pages = (all.Length + asked.Size - 1) / asked.Size;
        var first = (long)(asked.Number - 1) * asked.Size;
        ImmutableArray<CatalogueItem> shown = first >= all.Length ? [] : all.Slice((int)first, Math.Min(asked.Size, all.Length - (int)first));
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteNumber("total_items", all.Length);
        json.WriteNumber("total_pages", pages);
        json.WriteNumber("page_number", asked.Number);
        json.WriteNumber("size", shown.Length);
        json.WriteBoolean("first_page", asked.Number == 1);
        json.WriteBoolean("last_page", asked.Number >= pages);
        json.WriteBoolean("empty", shown.IsEmpty);
        json.WriteStartArray("contents");
        foreach (var item in shown)
        {
            Write(json, item, asked.IsFull);
            if (json.BytesPending > 64_000)
            {
                await json.FlushAsync(http.RequestAborted);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task LinesAsync(HttpContext http)
    {
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        foreach (var item in all)
        {
            Write(json, item, isFull: true);
            await json.FlushAsync(http.RequestAborted);
            await http.Response.BodyWriter.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
            json.Reset();
        }
    }

    private static void Write(Utf8JsonWriter json, CatalogueItem item, bool isFull)
    {
        if (isFull)
        {
            item.WriteWhole(json);
        }
        else
        {
            item.WriteShort(json);
        }
    }
}
