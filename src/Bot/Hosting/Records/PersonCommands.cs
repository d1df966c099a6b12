using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Records;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The verbs <c>person export</c> and <c>person erase</c>.</summary>
internal sealed class PersonCommands(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
{
    private readonly Option<string?> reference = new("--reference") { Description = "Reference of a referral, with --born." };
    private readonly Option<string?> born = new("--born") { Description = "Date of birth of the person it is about, yyyy-MM-dd." };
    private readonly Option<string[]> conversations = new("--conversation") { Description = "Number of a conversation that is known to be theirs; may be given several times.", DefaultValueFactory = _ => [] };
    private readonly Option<string> by = new("--by") { Description = "Who does this, for the audit trail; default: the account.", DefaultValueFactory = _ => Environment.UserName };

    public Command Create() => new("person", "What is held on one person.") { Export(), Erase() };

    private Command Export()
    {
        var to = new Option<string>("--to") { Description = "Folder for the files; made if it isn't there.", Required = true };
        var export = new Command("export", "Writes out everything held on one person, for them to have (subject access).") { reference, born, conversations, by, to };
        export.SetAction((result, token) => run(() => ExportAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), Which(result), result.GetValue(by)!, result.GetValue(to)!, token)));
        return export;
    }

    private Command Erase()
    {
        var yes = new Option<bool>("--yes") { Description = "Do it. Without this it only says what it would do." };
        var erase = new Command("erase", "Erases what is held on one person, and says what has to be kept and why.") { reference, born, conversations, by, yes };
        erase.SetAction((result, token) => run(() => EraseAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), Which(result), result.GetValue(by)!, result.GetValue(yes), token)));
        return erase;
    }

    private static async Task<int> ExportAsync(Folders folders, WhichPerson which, string byWhom, string to, CancellationToken cancellationToken)
    {
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var records = services.GetRequiredService<PersonRecords>();
        if (await FindAsync(records, which, Council(folders), cancellationToken) is not { } person)
        {
            return 1;
        }

        // Noted first: what is given out is never unseen.
        await records.NoteExportAsync(person, byWhom);
        foreach (var name in await ActivatorUtilities.CreateInstance<PersonFolder>(services).WriteAsync(person, to, cancellationToken))
        {
            Console.WriteLine(Path.Combine(to, name));
        }

        foreach (var other in person.MayBeTheSame)
        {
            Console.WriteLine($"May be the same person, and is not in it: {other}. Look at it; --conversation adds it.");
        }

        return 0;
    }

    private static async Task<int> EraseAsync(Folders folders, WhichPerson which, string byWhom, bool isMeant, CancellationToken cancellationToken)
    {
        var council = Council(folders);
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var records = services.GetRequiredService<PersonRecords>();
        if (await FindAsync(records, which, council, cancellationToken) is not { } person)
        {
            return 1;
        }

        var report = isMeant ? await records.EraseAsync(person, council.Retention, byWhom) : ErasureReport.Of(person, council.Retention);
        Print(isMeant ? "Erased:" : "Would be erased:", report.Erased);
        Print(isMeant ? "Kept:" : "Would be kept:", report.Kept);
        foreach (var other in person.MayBeTheSame)
        {
            Console.WriteLine($"May be the same person, and is not touched: {other}.");
        }

        Console.WriteLine(isMeant ? "It stands in the audit trail." : "Nothing was done. Say --yes to do it.");
        return 0;
    }

    private static async Task<PersonRecord?> FindAsync(PersonRecords records, WhichPerson which, CouncilSettings council, CancellationToken cancellationToken)
    {
        var person = await records.FindAsync(which, council, cancellationToken);
        if (person is null)
        {
            await Console.Error.WriteLineAsync("Nothing is held under that. A reference and a date of birth have to go together.");
        }

        return person;
    }

    private static void Print(string title, ImmutableArray<string> lines)
    {
        Console.WriteLine(title);
        foreach (var line in lines.DefaultIfEmpty("nothing"))
        {
            Console.WriteLine($"  - {line}");
        }
    }

    private static CouncilSettings Council(Folders folders)
    {
        var problems = new List<ContentProblem>();
        return CouncilSettingsLoader.Load("council.yaml", File.ReadAllText(Path.Combine(folders.Content, "council.yaml")), problems)
            ?? throw new StartUpException($"council.yaml has errors, so it isn't known what has to be kept. The first: {problems[0].Message} See all with 'check'.");
    }

    private WhichPerson Which(ParseResult result)
    {
        var (number, day, ids) = (result.GetValue(reference) ?? "", result.GetValue(born) ?? "", result.GetValue(conversations) ?? []);
        DateOnly? bornOn = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        if (number.Length > 0 != bornOn is not null || (number.Length > 0 && CouncilCases.NormalReference(number) is null))
        {
            throw new StartUpException("A reference (TL-XXXX-XXXX) and a date of birth (--born yyyy-MM-dd) go together.");
        }

        if (number.Length == 0 && ids.Length == 0)
        {
            throw new StartUpException("Say whose data: --reference with --born, or --conversation.");
        }

        return ids.FirstOrDefault(id => !ConversationId.IsValid(id)) is { } wrong
            ? throw new StartUpException($"'{wrong}' is not the number of a conversation.")
            : new WhichPerson(number, bornOn, [.. ids]);
    }
}
