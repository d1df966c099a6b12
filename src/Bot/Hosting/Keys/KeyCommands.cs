using System.CommandLine;
using System.Globalization;
using TransformingLives.Bot.Hosting.Records;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting.Keys;

/// <summary>The verbs <c>keys make</c>, <c>keys list</c> and <c>keys rotate</c>.</summary>
internal sealed class KeyCommands(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
{
    public Command Create() => new("keys", "The master key that people's keys are wrapped under.") { Make(), List(), Rotate() };

    private Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "Where; not in the data folder." };
        var make = new Command("make", "Draws a master key and writes it into a new file that nobody else reads.") { file };
        make.SetAction((result, _) => run(() => Task.FromResult(Make(Path.GetFullPath(result.GetValue(file)!)))));
        return make;
    }

    private Command List()
    {
        var list = new Command("list", "How many keys of people are under which master key.");
        list.SetAction((result, token) => run(() => ListAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return list;
    }

    private Command Rotate()
    {
        var by = new Option<string>("--by") { Description = "Who does this, for the audit trail; default: the account.", DefaultValueFactory = _ => Environment.UserName };
        var rotate = new Command("rotate", "Draws a new master key and wraps every person's key under it, while the program runs. Ended in the middle, it goes on when it is run again.") { by };
        rotate.SetAction((result, token) => run(() => RotateAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), result.GetValue(by)!, token)));
        return rotate;
    }

    private static int Make(string file)
    {
        try
        {
            var key = MasterKey.New();
            KeyFile.Write(file, "Transforming Lives: master keys, today's first. Without them nobody reads the data. Keep a copy away from the data and its back-ups.", [key]);
            Console.WriteLine($"The master key {key.Id} is in {file}. Set Storage__MasterKeyFile to it, and keep a copy where neither the data nor its back-ups are: without it nobody can read them, you neither.");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"The key could not be written to '{file}'. {exception.Message}");
        }
    }

    private static async Task<int> ListAsync(Folders folders, CancellationToken cancellationToken)
    {
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var current = MasterKeySettings.Here(folders).Current.Id;
        foreach (var (master, count) in await services.GetRequiredService<RotateKeys>().CountAsync(cancellationToken))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(master.Length == 0 ? "erased" : master),-8}  {count,10:N0}{(master == current ? "  today's" : "")}"));
        }

        return 0;
    }

    private static async Task<int> RotateAsync(Folders folders, string byWhom, CancellationToken cancellationToken)
    {
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var rotation = services.GetRequiredService<RotateKeys>();
        var masters = MasterKeySettings.Here(folders);
        var before = masters.Current;

        // A rotation that was ended in the middle goes on, and so does one whose new key the council put in front itself.
        if (!(await rotation.CountAsync(cancellationToken)).Keys.Any(master => master.Length > 0 && master != before.Id))
        {
            MasterKeySettings.PutInFront(folders, MasterKey.New(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        }

        var count = await rotation.RunAsync(cancellationToken);
        var now = MasterKeySettings.Here(folders).Current.Id;
        await services.GetRequiredService<AuditTrail>().NoteAsync(new AuditEntry(byWhom, "keys.rotated", "everybody", string.Create(CultureInfo.InvariantCulture, $"{count} keys under {now}")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} keys are wrapped under the master key {now} now. Programs that run look for it by themselves within a minute. When 'keys list' shows none under an older one, back up, take the older one out of the file and destroy it: keys files and disk images from before open nothing then."));
        return 0;
    }
}
