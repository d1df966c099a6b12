using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Records.Checking;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.Copies;

namespace TransformingLives.Bot.Records.Backups;

/// <summary>Backs up and restores all data of the council, while the program runs.</summary>
internal sealed class CouncilBackup(Folders folders, StorageConnections connections, AuditTrail audit, RemoveErased erased, TimeProvider clock)
{
    private const string FilesPart = "files/";
    private const string KeysPart = "keys/";
    private readonly DatabaseCopy copy = new(connections);

    /// <summary>Writes a back-up, and people's keys in a file beside it (<c>FILE.keys</c>): either alone opens nothing, and of the keys only the newest file is kept.</summary>
    /// <param name="file">Where; a file that is there is replaced when the new one is whole.</param>
    /// <param name="byWhom">For the audit trail.</param>
    /// <exception cref="StartUpException">It could not be written.</exception>
    public async Task WriteAsync(string file, string byWhom, CancellationToken cancellationToken)
    {
        await audit.NoteAsync(new AuditEntry(byWhom, "backup.made", "everybody", "back-up"));
        var database = Path.Combine(folders.Data, $"copy-{Guid.NewGuid():N}");
        try
        {
            // The database first: the bytes of a file are there before its row, so every row of the copy has its bytes.
            await copy.WriteAsync(database, cancellationToken);
            var schema = (await DataCheck.SchemasAsync(connections, cancellationToken)).ToImmutableSortedDictionary(state => state.Area, state => state.Highest);
            var manifest = new BackupManifest(clock.GetUtcNow(), connections.Provider.ToString(), schema, []);
            await BackupArchive.WriteAsync(file, [(BackupArchive.Database, database), .. Below(folders.Files, FilesPart), .. Below(folders.Keys, KeysPart)], manifest, cancellationToken);

            // After the data: each row has its key, and whoever was erased meanwhile is erased.
            await copy.WriteKeysAsync($"{file}{KeysFile.Ending}", cancellationToken);
        }
        catch (CopyFailedException exception)
        {
            throw new StartUpException(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"The back-up could not be written to '{file}'. {exception.Message}");
        }
        finally
        {
            File.Delete(database);
        }
    }

    /// <summary>Puts a back-up in the place of what is there, and brings it to today's shape. What was there is backed up before.</summary>
    /// <param name="file">The back-up.</param>
    /// <param name="keysFile">People's keys, beside those that the database knows; null: the file beside the back-up, where there is one.</param>
    /// <param name="byWhom">For the audit trail.</param>
    /// <param name="upgradeAsync">Brings the tables to today's shape.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Where what was there is kept.</returns>
    /// <exception cref="StartUpException">The back-up can't be used; nothing was changed.</exception>
    public async Task<string> RestoreAsync(string file, string? keysFile, string byWhom, Func<CancellationToken, Task> upgradeAsync, CancellationToken cancellationToken)
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(folders.Data, $"restore-{Guid.NewGuid():N}")).FullName;
        try
        {
            var manifest = await UnpackAsync(file, unpacked, cancellationToken);
            await RefuseAsync(manifest, cancellationToken);
            var keys = await KeysAsync(file, keysFile, cancellationToken);
            var before = Path.Combine(folders.Data, string.Create(CultureInfo.InvariantCulture, $"before-restore-{clock.GetUtcNow():yyyyMMddTHHmmss}.backup"));
            await WriteAsync(before, byWhom, cancellationToken);

            // Files first, and none is taken away before the database is the old one: every row has its bytes at every moment.
            // The back-up may hold bytes that came after its database was copied: they have no row, and go with what the old database doesn't know.
            string[] had = [.. await FilesAsync(cancellationToken), .. Below(Path.Combine(unpacked, "files"), "").Select(file => file.Name.Replace('/', Path.DirectorySeparatorChar))];
            Copy(Path.Combine(unpacked, "files"), folders.Files, overwrites: true);
            Copy(Path.Combine(unpacked, "keys"), folders.Keys, overwrites: false);
            await copy.RestoreAsync(Path.Combine(unpacked, BackupArchive.Database), keys, cancellationToken);

            // The back-up may be of an older version, without some of the tables that are asked next.
            await upgradeAsync(cancellationToken);
            await erased.RunAsync(cancellationToken);
            RemoveFiles(had.Except(await FilesAsync(cancellationToken)));
            await audit.NoteAsync(new AuditEntry(byWhom, "backup.restored", "everybody", string.Create(CultureInfo.InvariantCulture, $"made {manifest.MadeAt:yyyy-MM-ddTHH:mm:ssZ}")));
            return before;
        }
        catch (CopyFailedException exception)
        {
            throw new StartUpException(exception.Message);
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    /// <summary>Unpacks a back-up into a folder, each byte compared.</summary>
    /// <exception cref="StartUpException">It is no back-up, or is damaged.</exception>
    public static async Task<BackupManifest> UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await BackupArchive.UnpackAsync(file, folder, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"'{file}' can't be used. {exception.Message} Nothing was changed.");
        }
    }

    /// <summary>The keys beside a back-up, or of the file that is named.</summary>
    /// <exception cref="StartUpException">They can't be read.</exception>
    public static async Task<ImmutableArray<KeptKey>> KeysAsync(string file, string? keysFile, CancellationToken cancellationToken)
    {
        var path = keysFile ?? $"{file}{KeysFile.Ending}";
        if (keysFile is null && !File.Exists(path))
        {
            return [];
        }

        try
        {
            return await KeysFile.ReadAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{exception.Message} Nothing was changed.");
        }
    }

    private async Task RefuseAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.Engine != connections.Provider.ToString())
        {
            throw new StartUpException($"The back-up is of {manifest.Engine}, and the database is {connections.Provider}. Set Storage__Provider to the engine of the back-up. Nothing was changed.");
        }

        foreach (var state in await DataCheck.SchemasAsync(connections, cancellationToken))
        {
            if (manifest.Schema.GetValueOrDefault(state.Area) > state.HighestKnown)
            {
                throw new StartUpException(new SchemaTooNewException(state.Area, manifest.Schema[state.Area], state.HighestKnown).Message);
            }
        }
    }

    private static IEnumerable<(string Name, string Path)> Below(string folder, string part) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (part + Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
        : [];

    private static void Copy(string from, string to, bool overwrites)
    {
        foreach (var (name, path) in Below(from, ""))
        {
            var target = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (overwrites || !File.Exists(target))
            {
                File.Copy(path, target, overwrite: true);
            }
        }
    }

    private Task<ImmutableArray<string>> FilesAsync(CancellationToken cancellationToken) =>
        connections.QueryAsync("SELECT conversation_id, id FROM kept_files", row => Path.Combine(row.GetString(0), row.GetString(1)), cancellationToken);

    // Only what the database knew before and doesn't know now: a file may just be coming in, and its row comes after its bytes.
    private void RemoveFiles(IEnumerable<string> names)
    {
        foreach (var path in names.Select(name => Path.Combine(folders.Files, name)).Where(File.Exists))
        {
            File.Delete(path);
        }
    }
}
