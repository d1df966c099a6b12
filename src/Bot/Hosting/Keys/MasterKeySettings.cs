using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting.Keys;

/// <summary>Where this council's master keys are read from: <c>Storage__MasterKeyFile</c>, <c>Storage__MasterKey</c>, or, on a developer's machine, a file in the data folder.</summary>
internal static class MasterKeySettings
{
    /// <summary>A file with a key on each line, today's first.</summary>
    public const string File = "Storage:MasterKeyFile";

    /// <summary>The same in a setting, with commas between.</summary>
    public const string Text = "Storage:MasterKey";

    /// <summary>The file of a developer's machine.</summary>
    public const string OfDevelopers = "master-key-for-development-only";

    /// <summary>The keys, read again whenever something is wrapped under one that isn't known.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="folders">Where the data is.</param>
    /// <param name="isProduction">No key is made by itself.</param>
    /// <exception cref="StartUpException">They can't be used; the sentence says why and repeats none.</exception>
    public static MasterKeys Of(IConfiguration configuration, Folders folders, bool isProduction) => new(() => Read(configuration, folders, isProduction));

    /// <summary>The keys as verbs have them, beside a program that may be running.</summary>
    public static MasterKeys Here(Folders folders) => Of(StorageSettings.Configuration(), folders, Serve.EnvironmentName() == Environments.Production);

    /// <summary>Makes a key today's; those that were there stay behind it.</summary>
    /// <exception cref="StartUpException">It can't be written where the keys are.</exception>
    public static void PutInFront(Folders folders, MasterKey key, DateTimeOffset now)
    {
        var configuration = StorageSettings.Configuration();
        var path = configuration[File] is { Length: > 0 } file ? file : Path.Combine(folders.Data, OfDevelopers);
        if (!System.IO.File.Exists(path))
        {
            throw new StartUpException("The master key is in Storage__MasterKey, which this command can't change. Put a new one in front of it (openssl rand -base64 32), with a comma between, start every node with it, and run this again.");
        }

        try
        {
            KeyFile.PutInFront(path, key, now);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"A new key could not be put in front in '{path}'. {exception.Message} Put one there as its first line (openssl rand -base64 32), and run this again.");
        }
    }

    /// <summary>None is set, so it is a developer's or there is none.</summary>
    public static bool IsSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[File]) || !string.IsNullOrWhiteSpace(configuration[Text]);

    private static ImmutableArray<MasterKey> Read(IConfiguration configuration, Folders folders, bool isProduction)
    {
        if (!IsSet(configuration))
        {
            return isProduction ? [] : DevelopmentKey.FindOrMake(Path.Combine(folders.Data, OfDevelopers));
        }

        return [.. OfFile(configuration[File]), .. Keys("Storage__MasterKey", (configuration[Text] ?? "").Split(','))];
    }

    private static ImmutableArray<MasterKey> OfFile(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return [];
        }

        try
        {
            var keys = Keys("Storage__MasterKeyFile", KeyFile.Lines(path));
            return keys.IsEmpty ? throw new StartUpException($"The file of Storage__MasterKeyFile, '{path}', has no key in it. Make one with: keys make FILE") : keys;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"The file of Storage__MasterKeyFile, '{path}', can't be read. {exception.Message}");
        }
    }

    private static ImmutableArray<MasterKey> Keys(string setting, IEnumerable<string> written) =>
    [
        .. written.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => MasterKey.Read(text)
            ?? throw new StartUpException($"{setting} holds something that is no master key: it has to be {MasterKey.Length} bytes, written in base64 (openssl rand -base64 {MasterKey.Length}).")),
    ];
}
