using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Records.Backups;
using TransformingLives.Bot.Records.Retention;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Records;

/// <summary>Registers what is done with records of people.</summary>
internal static class RecordsRegistration
{
    /// <summary>Adds reading, erasing and removing.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<ConversationRecords>()
        .AddSingleton<PersonRecords>()
        .AddSingleton<RemoveErased>()
        .AddSingleton<RemoveOldRecords>();

    /// <summary>Adds the nightly round of the running program.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddRecords()
        .AddSingleton<Func<RemoveOldRecords>>(provider => provider.GetRequiredService<RemoveOldRecords>)
        .AddSingleton<IWorkHandler, RemoveOldHandler>()
        .AddHostedService<RemoveOldTimer>();

    /// <summary>What verbs need that work on records beside a running program.</summary>
    public static IServiceCollection AddForVerbs(this IServiceCollection services, Folders folders, StorageConnections connections) => services
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddCaseBridge(connections)
        .AddSingleton<ConversationStore>()
        .AddSingleton<ChannelTables>()
        .AddSingleton(new UploadFolder(folders.Files))
        .AddSingleton<KeptFiles>()
        .AddSingleton<AddressBook>()
        .AddSingleton<TextOutbox>()
        .AddRecords();
}
