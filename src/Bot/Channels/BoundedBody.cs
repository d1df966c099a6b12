using System.Buffers;
using System.IO.Pipelines;

namespace TransformingLives.Bot.Channels;

/// <summary>Reads a request's body up to a limit, so that nobody fills the memory.</summary>
internal static class BoundedBody
{
    /// <summary>The body, or the status to refuse it with: 413 when it is larger than <paramref name="limit"/> bytes, 400 or 408 when it came broken or too slowly.</summary>
    public static async Task<(byte[]? Bytes, int Refusal)> ReadAsync(HttpRequest request, long limit)
    {
        if (request.ContentLength > limit)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return await ReadAsync(request.BodyReader, limit, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException broken)
        {
            return (null, broken.StatusCode);
        }
    }

    private static async Task<(byte[]? Bytes, int Refusal)> ReadAsync(PipeReader reader, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return (bytes, 0);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
