using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>The verb <c>ras cases</c>: invented cases to try a table on (<c>docs/calibration.md</c>).</summary>
internal static class CasesVerb
{
    public static Task<int> RunAsync(int count, int seed, FileInfo file, Folders folders)
    {
        var problems = new List<ContentProblem>();
        var table = CaseTables.Ras(folders.Content, problems).All.OrderByDescending(known => known.AppliesFrom).FirstOrDefault()
            ?? throw new StartUpException("There is no valid table in content/ras. See 'check'.");
        var council = CouncilSettingsLoader.Load("council.yaml", File.ReadAllText(Path.Combine(folders.Content, "council.yaml")), problems)
            ?? throw new StartUpException("content/council.yaml has errors. See 'check'.");
        using var text = file.CreateText();
        CaseFile.Write(text, table, InventedCases.Make(table, council, count, seed));
        Console.WriteLine($"{count} invented cases are in {file.FullName}.");
        return Task.FromResult(0);
    }
}
