using TransformingLives.Bot.Records.Backups;
using TransformingLives.Bot.Records.Checking;
using TransformingLives.Bot.Hosting.Keys;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.Copies;
using TransformingLives.Bot.Records;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The second half of <c>check --data</c>: is the data whole, in a folder that is in use or in a back-up?</summary>
internal static class CheckStored
{
    /// <returns>0 when it is whole or there is none yet, 1 when it isn't.</returns>
    public static async Task<int> InFolderAsync(Folders folders, CancellationToken cancellationToken)
    {
        var connections = StorageSettings.Connections(StorageSettings.Configuration(), folders);
        if (connections.Provider == StorageProvider.SQLite && !File.Exists(folders.Database))
        {
            Console.WriteLine("There is no data yet.");
            return 0;
        }

        return await CheckAsync(folders, connections, hasKeys: true, cancellationToken);
    }

    /// <summary>Unpacks a back-up beside itself, and throws that away again.</summary>
    public static async Task<int> InBackupAsync(string file, Folders folders, CancellationToken cancellationToken)
    {
        var unpacked = Directory.CreateTempSubdirectory("check-").FullName;
        try
        {
            var manifest = await CouncilBackup.UnpackAsync(file, unpacked, cancellationToken);
            Console.WriteLine($"Each of the {manifest.Parts.Length} parts of the back-up is as it was put in, on {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC.");
            if (manifest.Engine != nameof(StorageProvider.SQLite))
            {
                Console.WriteLine("It is of PostgreSQL. To look inside, restore it into an empty database and check that.");
                return 0;
            }

            var keys = await CouncilBackup.KeysAsync(file, null, cancellationToken);
            var masters = MasterKeySettings.Here(folders);
            var opens = !keys.IsEmpty && keys.All(key => key.ErasedAt is not null || masters.All.Any(master => master.Id == key.Master));
            if (opens)
            {
                await DatabaseCopy.PutKeysAsync(Path.Combine(unpacked, BackupArchive.Database), keys, cancellationToken);
            }

            return await CheckAsync(new Folders(folders.Content, unpacked), DatabaseCopy.OneFile(Path.Combine(unpacked, BackupArchive.Database)).With(masters), opens, cancellationToken);
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    private static async Task<int> CheckAsync(Folders folders, StorageConnections connections, bool hasKeys, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddForVerbs(folders, connections).BuildServiceProvider();
        var report = await ActivatorUtilities.CreateInstance<DataCheck>(services, connections).RunAsync(hasKeys, cancellationToken);
        foreach (var note in report.Notes)
        {
            Console.WriteLine(note);
        }

        foreach (var fault in report.Faults)
        {
            Console.WriteLine($"error   {fault}");
        }

        Console.WriteLine(report.Faults.IsEmpty ? "The data is whole." : "The data is damaged.");
        return report.Faults.IsEmpty ? 0 : 1;
    }
}
