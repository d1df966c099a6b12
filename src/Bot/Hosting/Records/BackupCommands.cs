using System.CommandLine;
using System.Globalization;
using TransformingLives.Bot.Records.Backups;
using TransformingLives.CaseBridge.Storage.Copies;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The verbs <c>backup</c> and <c>restore</c>.</summary>
internal sealed class BackupCommands(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
{
    private readonly Option<string> by = new("--by") { Description = "Who does this, for the audit trail; default: the account.", DefaultValueFactory = _ => Environment.UserName };
    private readonly Argument<string> file = new("FILE") { Description = "The back-up." };

    public IEnumerable<Command> Create()
    {
        var backup = new Command("backup", "Backs up all data into FILE and people's keys into FILE.keys, while the program runs.") { file, by };
        backup.SetAction((result, token) => run(() => BackUpAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), Path.GetFullPath(result.GetValue(file)!), result.GetValue(by)!, token)));
        var keys = new Option<string?>("--keys") { Description = "The newest keys file; default: FILE.keys, where there is one. Keys that the database knows are taken in any case." };
        var restore = new Command("restore", "Puts a back-up in the place of what is there, while the program runs. What was there is backed up first. Whoever was erased stays so.") { file, keys, by };
        restore.SetAction((result, token) => run(() => RestoreAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), Path.GetFullPath(result.GetValue(file)!), result.GetValue(keys), result.GetValue(by)!, token)));
        return [backup, restore];
    }

    private static async Task<int> BackUpAsync(Folders folders, string file, string byWhom, CancellationToken cancellationToken)
    {
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        await ActivatorUtilities.CreateInstance<CouncilBackup>(services, folders).WriteAsync(file, byWhom, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backed up to {file}, {new FileInfo(file).Length:N0} bytes, and people's keys to {file}.keys. Keep the two apart, and of the keys only the newest file. Check them with: check --data {file}"));
        return 0;
    }

    private static async Task<int> RestoreAsync(Folders folders, string file, string? keys, string byWhom, CancellationToken cancellationToken)
    {
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var before = await ActivatorUtilities.CreateInstance<CouncilBackup>(services, folders).RestoreAsync(file, keys, byWhom, token => Serve.UpgradeAsync(services, token), cancellationToken);
        Console.WriteLine($"Restored from {file}. What was there before is in {before}. Check it with: check --data {folders.Data}");
        return 0;
    }
}
