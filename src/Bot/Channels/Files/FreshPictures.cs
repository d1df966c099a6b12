using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>
/// Makes a picture anew from its points: where and with what it was taken, earlier versions in small, and whatever hides in it or behind it stay behind. It is upright
/// as the camera meant it, and no larger than a letter needs to be read.
/// </summary>
internal sealed class FreshPictures : IDisposable
{
    /// <summary>Most points of a picture that are looked at; a telephone's largest ordinary photograph has 50 million.</summary>
    public const long MostPoints = 50_000_000;

    /// <summary>Longest side of what is kept, in points.</summary>
    public const int LongestSide = 4096;
    private const int MostMemoryPooled = 64;
    private const int Quality = 85;

    private readonly Configuration formats = new(new JpegConfigurationModule(), new PngConfigurationModule(), new WebpConfigurationModule())
    {
        MaxDegreeOfParallelism = 1,
        MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { MaximumPoolSizeMegabytes = MostMemoryPooled }),
    };

    // One at a time: each takes up to 200 MB for a moment.
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>The picture made anew; null when it is too large, or no picture that can be read.</summary>
    public async Task<byte[]?> MakeAsync(string contentType, byte[] bytes, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(contentType, bytes), cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private byte[]? Make(string contentType, byte[] bytes)
    {
        try
        {
            if (Image.Identify(formats, bytes, out var format) is not { } size || format.DefaultMimeType != contentType || (long)size.Width * size.Height > MostPoints)
            {
                return null;
            }

            return contentType == JpegFormat.Instance.DefaultMimeType ? Make<Rgb24>(contentType, bytes) : Make<Rgba32>(contentType, bytes);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a reader of pictures stumbles over, it is no picture for us.
            return null;
        }
    }

    private byte[] Make<TPoint>(string contentType, byte[] bytes)
        where TPoint : unmanaged, IPixel<TPoint>
    {
        using var given = Image.Load<TPoint>(formats, bytes);
        given.Mutate(formats, change => Smaller(change.AutoOrient()));

        // Only the points go over: a picture that was copied would bring along what is written in it.
        using var fresh = new Image<TPoint>(formats, given.Width, given.Height);
        fresh.Mutate(formats, change => change.DrawImage(given, 1));
        using var made = new MemoryStream();
        switch (contentType)
        {
            case "image/jpeg":
                fresh.Save(made, new JpegEncoder { Quality = Quality });
                break;
            case "image/png":
                fresh.Save(made, new PngEncoder());
                break;
            default:
                fresh.Save(made, new WebpEncoder { Quality = Quality });
                break;
        }

        return made.ToArray();
    }

    private static IImageProcessingContext Smaller(IImageProcessingContext change) =>
        change.GetCurrentSize() is var size && Math.Max(size.Width, size.Height) > LongestSide
            ? change.Resize(new ResizeOptions { Size = new Size(LongestSide, LongestSide), Mode = ResizeMode.Max })
            : change;
}
