using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting.Keys;

/// <summary>A developer needs no key and no set-up: one is made beside the data. Whoever has the folder has both, so it protects nobody.</summary>
internal static class DevelopmentKey
{
    /// <summary>The keys in the file, today's first: one, or more after a rotation. Made when there is none.</summary>
    /// <exception cref="StartUpException">The file holds something else.</exception>
    public static ImmutableArray<MasterKey> FindOrMake(string path)
    {
        try
        {
            KeyFile.Write(path, "For development only: in front of the public the program wants a master key that isn't beside the data.", [MasterKey.New()]);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It is there already, or somebody who starts at the same moment was quicker.
        }

        ImmutableArray<MasterKey?> keys = [.. KeyFile.Lines(path).Select(line => MasterKey.Read(line))];
        return !keys.IsEmpty && !keys.Contains(null)
            ? [.. keys.OfType<MasterKey>()]
            : throw new StartUpException($"'{path}' holds no master key. What is in the database was sealed under the one that was there: put it back, or throw the data folder away.");
    }
}
