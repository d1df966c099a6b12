using System.Collections.Immutable;
using System.Text.Json;

namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>People's keys in a file of their own, a line each, and a last line that says how many they are. Without the master key it opens nothing.</summary>
public static class KeysFile
{
    /// <summary>What is added to the name of a back-up.</summary>
    public const string Ending = ".keys";

    /// <summary>Writes it; it stands under its name when it is whole, and on the disk.</summary>
    public static async Task WriteAsync(string file, IAsyncEnumerable<KeptKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var half = $"{file}.part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            await using (var stream = new FileStream(half, options))
            await using (var writer = new StreamWriter(stream))
            {
                var count = 0L;
                await foreach (var key in keys.WithCancellation(cancellationToken))
                {
                    await writer.WriteLineAsync(JsonSerializer.Serialize(key, JsonSerializerOptions.Web));
                    count++;
                }

                await writer.WriteLineAsync($"{count} keys");
                await writer.FlushAsync(cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, file, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>The keys of a file.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or not whole.</exception>
    public static async Task<ImmutableArray<KeptKey>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(file, cancellationToken);
        if (lines.Length == 0 || lines[^1] != $"{lines.Length - 1} keys")
        {
            throw new InvalidDataException($"'{file}' is no keys file of this program, or was not written to its end.");
        }

        try
        {
            return [.. lines[..^1].Select(line => JsonSerializer.Deserialize<KeptKey>(line, JsonSerializerOptions.Web)!)];
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"'{file}' is damaged: a line of it is no key.");
        }
    }
}
