using TransformingLives.Bot.Records;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>What the verbs about records stand on: the council's database, beside a program that may be running.</summary>
internal static class RecordServices
{
    /// <summary>The services, with the tables brought to today's shape.</summary>
    /// <exception cref="StartUpException">The database is newer than the program, or can't be reached.</exception>
    public static async Task<ServiceProvider> OpenAsync(Folders folders, CancellationToken cancellationToken)
    {
        var configuration = StorageSettings.Configuration();
        if (Serve.EnvironmentName() == Environments.Production && !Keys.MasterKeySettings.IsSet(configuration))
        {
            throw new StartUpException("Storage__MasterKeyFile is not set, nor Storage__MasterKey: without the master key nothing can be read. Set it as it is set for the program itself.");
        }

        var services = new ServiceCollection().AddForVerbs(folders, StorageSettings.Connections(configuration, folders)).BuildServiceProvider();
        try
        {
            await Serve.UpgradeAsync(services, cancellationToken);
            return services;
        }
        catch (System.Data.Common.DbException exception)
        {
            await services.DisposeAsync();
            throw new StartUpException(new StorageUnavailableException(exception).Message);
        }
    }
}
