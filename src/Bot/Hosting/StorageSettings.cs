using System.ComponentModel.DataAnnotations;
using TransformingLives.Bot.Hosting.Keys;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Hosting;

/// <summary>Reads from the configuration which database this council has.</summary>
internal static class StorageSettings
{
    /// <summary>For verbs that have no host: <c>appsettings.json</c> beside the program, then the environment.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <exception cref="StartUpException">The settings can't be used; the sentence says which and why.</exception>
    public static StorageConnections Connections(IConfiguration configuration, Folders folders)
    {
        try
        {
            return (configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions()).Connections(folders.Database)
                .With(MasterKeySettings.Of(configuration, folders, Serve.EnvironmentName() == Environments.Production));
        }
        catch (Exception exception) when (exception is ValidationException or InvalidOperationException or ArgumentException)
        {
            throw new StartUpException($"The settings of the database can't be used. {exception.Message}");
        }
    }
}
