using System.CommandLine;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>The verb <c>ras</c>: what the council's tables give.</summary>
internal static class RasCommands
{
    public static Command Create(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run) => new("ras", "Indicative budgets: one, or what a table would cost.")
    {
        Estimate(content, data, run),
    };

    private static Command Estimate(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
    {
        var answers = new Option<FileInfo>("--answers") { Description = "YAML or JSON: 'answers' with a level for each area, or 'points'.", Required = true };
        var json = new Option<bool>("--json") { Description = "One JSON object, nothing else." };
        var estimate = new Command("estimate", "One indicative budget with every step.") { answers, json };
        estimate.SetAction((result, token) => run(() => EstimateVerb.RunAsync(result.GetValue(answers)!, result.GetValue(json), Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return estimate;
    }
}
