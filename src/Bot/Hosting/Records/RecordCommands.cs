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

    public static Command Cld(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
    {
        var from = new Option<DateOnly?>("--from") { Description = "The first day, for instance 2026-10-01; the beginning when left out." };
        var to = new Option<DateOnly?>("--to") { Description = "The last day; today when left out." };
        var json = new Option<bool>("--json") { Description = "A JSON list, nothing else." };
        var csv = new Option<bool>("--csv") { Description = "CSV (the default)." };
        var cld = new Command("cld", "Rows of the Adult Social Care Client Level Data, requests. Outcomes that a worker has to confirm are marked so.") { from, to, json, csv };
        cld.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("Choose --json or --csv.");
            }
        });
        cld.SetAction((result, token) => run(() => ExportCld.RunAsync(new ExportCld.Wanted(result.GetValue(from), result.GetValue(to), result.GetValue(json)), Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return cld;
    }
}
