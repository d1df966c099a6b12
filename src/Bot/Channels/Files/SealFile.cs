using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>Puts sealed bytes in the place of a file as it came, and writes over what was there. At every moment one of the two is whole.</summary>
internal static class SealFile
{
    public static async Task RunAsync(string path, PersonKey key, Place place, CancellationToken cancellationToken)
    {
        var half = $"{path}.sealed";
        var isReady = File.Exists(half) && key.IsSealedBy(place, await File.ReadAllBytesAsync(half, cancellationToken));
        if (!File.Exists(path) || (!isReady && key.IsSealedBy(place, await File.ReadAllBytesAsync(path, cancellationToken))))
        {
            return;
        }

        if (!isReady)
        {
            await WriteAsync(half, FileMode.Create, key.SealBytes(place, await File.ReadAllBytesAsync(path, cancellationToken)));
        }

        await WriteAsync(path, FileMode.Open, new byte[new FileInfo(path).Length]);
        File.Move(half, path, overwrite: true);
    }

    // On the disk before anything else happens, whoever stops waiting.
    private static async Task WriteAsync(string path, FileMode mode, byte[] bytes)
    {
        await using var file = new FileStream(path, mode, FileAccess.Write);
        await file.WriteAsync(bytes, CancellationToken.None);
        file.Flush(flushToDisk: true);
    }
}
