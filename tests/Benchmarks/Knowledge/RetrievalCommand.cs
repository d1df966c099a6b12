using System.CommandLine;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>Retrieval on sets that nobody here wrote: OR-ShARC, CLINC150 and CheckList's question pairs.</summary>
internal static class RetrievalCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Holds or-sharc-dev/, clinc150/ and checklist-qqp/, as their authors publish them." };
        var command = new Command("retrieval", "Quality on third-party sets: passages found, questions out of scope, pairs that look alike.") { folder };
        command.SetAction(result =>
        {
            using var meaning = new BenchmarkMeaning();
            var path = result.GetValue(folder)!.FullName;
            OrSharc.Run(Path.Combine(path, "or-sharc-dev"), meaning);
            Clinc150.Run(Path.Combine(path, "clinc150"), meaning);
            CheckListPairs.Run(Path.Combine(path, "checklist-qqp"), meaning);
        });
        return command;
    }
}
