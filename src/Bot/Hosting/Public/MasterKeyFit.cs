using TransformingLives.Bot.Hosting.Keys;

namespace TransformingLives.Bot.Hosting.Public;

/// <summary>A master key that protects people: the council's own, away from the data, for nobody else's eyes.</summary>
internal static class MasterKeyFit
{
    /// <summary>All that is not fit, a sentence each; no key is repeated.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration, string dataFolder)
    {
        if (!MasterKeySettings.IsSet(configuration))
        {
            yield return "Storage__MasterKeyFile is not set, nor Storage__MasterKey: what people say would lie on the disk for whoever takes it. Make one with: keys make FILE";
        }

        if (configuration[MasterKeySettings.File] is not { Length: > 0 } file || !File.Exists(file))
        {
            yield break;
        }

        if (Path.GetFullPath(file).StartsWith(Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            yield return $"Storage__MasterKeyFile, '{file}', is in the data folder: whoever takes the data has the key too.";
        }

        if (KeyFile.IsOpenToOthers(file))
        {
            yield return $"Storage__MasterKeyFile, '{file}', can be read or changed by others on this machine. Take that away with: chmod 600 {file}";
        }
    }
}
