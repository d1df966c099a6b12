using System.CommandLine;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The verbs about what is kept of people.</summary>
internal static class RecordCommands
{
    public static Command Audit(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
    {
        var verify = new Command("verify", "Looks through the whole audit trail: is any entry altered, missing or moved?");
        verify.SetAction((result, token) => run(() => VerifyAudit.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return new Command("audit", "Who looked at or changed a person's data.") { verify };
    }
}
