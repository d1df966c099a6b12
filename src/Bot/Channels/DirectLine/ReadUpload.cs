using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TransformingLives.Bot.Channels.Activities;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>An upload as it came.</summary>
/// <param name="Activity">The message that the files go with, JSON.</param>
/// <param name="Files">The files, in the order in which the message names them.</param>
internal sealed record Upload(byte[] Activity, ImmutableArray<(string Name, byte[] Bytes)> Files);

/// <summary>Reads the two shapes of an upload: multipart with an activity and its files, or one file as the body.</summary>
internal static class ReadUpload
{
    private const int MostFiles = 5;
    private const string ActivityType = "application/vnd.microsoft.activity";
    private static readonly byte[] NoActivity = """{"type":"message"}"""u8.ToArray();

    /// <summary>The upload, or the status to refuse it with.</summary>
    public static async Task<(Upload? Upload, int Refusal)> FromAsync(HttpRequest request, DirectLineOptions options)
    {
        // Kestrel's own limit is larger than one file; five of them need more.
        if (request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (long)MostFiles * options.LargestFile + options.LargestActivity + 16_384;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 70 } boundary
                ? await PartsAsync(new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 8192 }, options, request.HttpContext.RequestAborted)
                : await SingleAsync(request, options);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<(Upload? Upload, int Refusal)> SingleAsync(HttpRequest request, DirectLineOptions options)
    {
        var (bytes, refusal) = await BoundedBody.ReadAsync(request, options.LargestFile);
        _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition);
        return bytes is null ? (null, refusal) : (new Upload(NoActivity, [(NameOf(disposition), bytes)]), 0);
    }

    private static async Task<(Upload? Upload, int Refusal)> PartsAsync(MultipartReader reader, DirectLineOptions options, CancellationToken cancellationToken)
    {
        var activity = NoActivity;
        var files = new List<(string Name, byte[] Bytes)>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            var isActivity = part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true;
            var bytes = await BytesAsync(part.Body, isActivity ? options.LargestActivity : options.LargestFile, cancellationToken);
            if (bytes is null || files.Count == MostFiles)
            {
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (isActivity)
            {
                activity = bytes;
            }
            else
            {
                files.Add((NameOf(part.GetContentDispositionHeader()), bytes));
            }
        }

        return files.Count == 0 ? (null, StatusCodes.Status400BadRequest) : (new Upload(activity, InOrder(files, activity)), 0);
    }

    // Files come as they are ready; the message says which is first. Names are unlike, Microsoft's client sees to that.
    private static ImmutableArray<(string Name, byte[] Bytes)> InOrder(List<(string Name, byte[] Bytes)> files, byte[] activity)
    {
        var named = ReadActivity.From(activity) is ActivityReading.Read { Json: var json } && json["attachments"] is JsonArray attachments
            ? attachments.OfType<JsonObject>().Select(attachment => ReadActivity.Text(attachment["name"])).ToList()
            : [];
        return [.. files.OrderBy(file => named.IndexOf(file.Name) is var at && at < 0 ? int.MaxValue : at)];
    }

    private static async Task<byte[]?> BytesAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > limit)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static string NameOf(ContentDispositionHeaderValue? disposition) =>
        HeaderUtilities.RemoveQuotes(disposition?.FileNameStar is { HasValue: true } star ? star : disposition?.FileName ?? default).Value ?? "file";
}
