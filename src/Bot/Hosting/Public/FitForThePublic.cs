using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Hosting.Public;

/// <summary>
/// What must not be in front of the public: settings of a developer's machine, secrets that can be guessed, numbers that nobody answers, tables that nobody approved.
/// Everything wrong is named at once, so that it is put right in one go. No secret is ever repeated.
/// </summary>
internal static class FitForThePublic
{
    /// <summary>Tries the program out as it will run, but for these checks: <c>ASPNETCORE_ENVIRONMENT=Staging</c>.</summary>
    private const string ToTry = "To try it out first, set ASPNETCORE_ENVIRONMENT=Staging; nobody's real data should be in it then.";

    private static readonly string[] AddressesOfOthers = ["Twilio:BaseAddress", "GovukNotify:BaseAddress", "Handoff:Chatwoot:BaseAddress"];
    private static readonly string[] SwitchesOfDevelopers = ["DetailedErrors", "ASPNETCORE_DETAILEDERRORS"];
    private static readonly string[] DumpsOfMemory = ["DOTNET_DbgEnableMiniDump", "COMPlus_DbgEnableMiniDump"];

    /// <exception cref="StartUpException">Something is not fit; all of it is named.</exception>
    public static void Demand(IConfiguration configuration, Surroundings around, string dataFolder)
    {
        string[] problems = [.. Problems(configuration, around), .. MasterKeyFit.Problems(configuration, dataFolder)];
        if (problems.Length > 0)
        {
            throw new StartUpException(string.Join('\n', [
                $"The program doesn't start in front of the public: {(problems.Length == 1 ? "one thing is" : $"{problems.Length} things are")} not ready.",
                .. problems.Select(problem => $"- {problem}"),
                ToTry,
            ]));
        }
    }

    /// <summary>All that is not fit, a sentence each.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration, Surroundings around) =>
    [
        .. OfAddress(configuration), .. OfDevelopers(configuration), .. WeakSecrets.In(configuration), .. OfNumbers(around), .. OfTables(around),
    ];

    private static IEnumerable<string> OfAddress(IConfiguration configuration)
    {
        var address = PublicAddress.From(configuration);
        if (address.Configured is null)
        {
            yield return $"{PublicAddress.Setting} is not set: without it the program believes whoever asks about its own address, and its cookies are not kept to https.";
        }
        else if (!address.IsHttps)
        {
            yield return $"{PublicAddress.Setting} must begin with https.";
        }

        foreach (var name in AddressesOfOthers.Where(name => configuration[name]?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true))
        {
            yield return $"{Written(name)} must begin with https: what residents say goes there.";
        }
    }

    private static IEnumerable<string> OfDevelopers(IConfiguration configuration)
    {
        foreach (var level in configuration.GetSection("Logging").AsEnumerable().Where(one => one.Key.Contains("LogLevel", StringComparison.OrdinalIgnoreCase) && one.Value is { } value && (Is(value, "Trace") || Is(value, "Debug"))))
        {
            yield return $"{Written(level.Key)}={level.Value} is for a developer's machine: libraries write addresses and contents at that level.";
        }

        foreach (var name in SwitchesOfDevelopers.Where(name => configuration[name] is { } value && (Is(value, "true") || value == "1")))
        {
            yield return $"{Written(name)} is for a developer's machine: it shows strangers where the program fails.";
        }

        foreach (var name in DumpsOfMemory.Where(name => configuration[name] is { Length: > 0 } value && value != "0"))
        {
            yield return $"{name} is on: a crash would write the program's memory to the disk, with what people say and the keys to all that is sealed.";
        }
    }

    private static IEnumerable<string> OfNumbers(Surroundings around)
    {
        var council = around.Content.Council;
        foreach (var (field, number) in new[] { ("phone", council.Phone), ("duty_phone", council.DutyPhone), ("safeguarding_phone", council.SafeguardingPhone) })
        {
            if (string.IsNullOrWhiteSpace(number))
            {
                yield return $"content/council.yaml {field} is empty: somebody in danger would be given no number.";
            }
            else if (MadeUpNumber.Is(number))
            {
                yield return $"content/council.yaml {field} is {number}, an example: nobody in danger would be answered there.";
            }
        }
    }

    private static IEnumerable<string> OfTables(Surroundings around) =>
        around.RasTables.InForce(around.Today) is { Status: RasStatus.Test } table
            ? [$"content/{table.File} ({table.Id} {table.Version}) has the status '{RasStatus.Test}': no budget is told to anybody from a table that nobody approved. Set approved_by, approved_on and status, or approve another."]
            : [];

    private static string Written(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    private static bool Is(string value, string other) => value.Equals(other, StringComparison.OrdinalIgnoreCase);
}
