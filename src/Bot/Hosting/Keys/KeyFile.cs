using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting.Keys;

/// <summary>A file of master keys: one on each line, today's first, for nobody else's eyes.</summary>
internal static class KeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Its lines, without what is said about them.</summary>
    public static ImmutableArray<string> Lines(string path) => [.. File.ReadAllLines(path).Where(line => !line.StartsWith('#') && !string.IsNullOrWhiteSpace(line))];

    /// <summary>Puts a key in front of those that are there. Whoever reads it meanwhile reads the one or the other, and never half.</summary>
    public static void PutInFront(string path, MasterKey key, DateTimeOffset now) => Write(
        path,
        $"Since {now:yyyy-MM-dd}: today's first. An older one goes when nothing is under it any more (keys list).",
        [key, .. Lines(path).Select(line => MasterKey.Read(line)!)],
        replaces: true);

    /// <summary>Writes a new file that only its owner reads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="about">What stands above the keys.</param>
    /// <param name="keys">Today's first.</param>
    /// <param name="replaces">It takes the place of the one that is there.</param>
    /// <exception cref="IOException">There is one that is not to be replaced, or it can't be written.</exception>
    public static void Write(string path, string about, IEnumerable<MasterKey> keys, bool replaces = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Whole under its name or not there at all: somebody else may read it at any moment.
        var half = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(half, options))
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine($"# {about}");
            foreach (var key in keys)
            {
                writer.WriteLine(key.Text);
            }

            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(half, path, overwrite: replaces);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Others on this machine may read or change it.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;
}
