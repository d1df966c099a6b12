using System.CommandLine;
using TransformingLives.Bot.Hosting.Budgets.Simulating;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>The verb <c>ras</c>: what the council's tables give.</summary>
internal sealed class RasCommands(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
{
    public Command Create() => new("ras", "Indicative budgets: one, or what a table would cost.") { Estimate(), Simulate(), Cases() };

    private Folders Folders(ParseResult result) => Hosting.Folders.Find(result.GetValue(content), result.GetValue(data));

    private Command Estimate()
    {
        var answers = new Option<FileInfo>("--answers") { Description = "YAML or JSON: 'answers' with a level for each area, or 'points'; and 'money' if you like.", Required = true };
        var json = new Option<bool>("--json") { Description = "One JSON object, nothing else." };
        var estimate = new Command("estimate", "One indicative budget with every step.") { answers, json };
        estimate.SetAction((result, token) => run(() => EstimateVerb.RunAsync(result.GetValue(answers)!, result.GetValue(json), Folders(result), token)));
        return estimate;
    }

    private Command Simulate()
    {
        var table = new Option<string>("--table") { Description = "A table's id in content/ras, or a file.", Required = true };
        var cases = new Option<FileInfo>("--cases") { Description = "CSV: id, age_group, need, area, a level for each area, and now.", Required = true };
        var budget = new Option<decimal>("--budget") { Description = "The cash limit, pounds a year.", Required = true };
        var contingency = new Option<decimal>("--contingency") { Description = "Held back, in hundredths of the limit.", DefaultValueFactory = _ => 10 };
        var against = new Option<string?>("--against") { Description = "The table people have now, where the cases don't say; default: the one in force." };
        var suggest = new Option<FileInfo?>("--suggest") { Description = "Writes a table that meets the limit." };
        var report = new Option<FileInfo?>("--report") { Description = "Writes a page with plots." };
        var json = new Option<bool>("--json") { Description = "One JSON object, nothing else." };
        var simulate = new Command("simulate", "What a table would cost, and who would gain and lose.") { table, cases, budget, contingency, against, suggest, report, json };
        simulate.SetAction((result, token) => run(() => SimulateVerb.RunAsync(
            new SimulateOptions(result.GetValue(table)!, result.GetValue(cases)!, result.GetValue(budget), result.GetValue(contingency), result.GetValue(against), result.GetValue(suggest), result.GetValue(report), result.GetValue(json)),
            Folders(result),
            token)));
        return simulate;
    }

    private Command Cases()
    {
        var count = new Option<int>("--count") { Description = "How many.", DefaultValueFactory = _ => 20_000 };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same cases.", DefaultValueFactory = _ => 1 };
        var file = new Option<FileInfo>("--out") { Description = "Where to write them.", Required = true };
        var cases = new Command("cases", "Invents cases to try a table on.") { count, seed, file };
        cases.SetAction((result, _) => run(() => CasesVerb.RunAsync(result.GetValue(count), result.GetValue(seed), result.GetValue(file)!, Folders(result))));
        return cases;
    }
}
