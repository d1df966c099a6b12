using System.CommandLine;
using TransformingLives.Benchmarks;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Benchmarks.Knowledge;
using TransformingLives.Benchmarks.Turns;

// Each benchmark is a command: dotnet run -c Release --project tests/Benchmarks -- NAME. None of them is a timed test.
var root = new RootCommand("Transforming Lives, measured side by side with others.")
{
    Simple("budgets", "Estimates and charges on one core.", BudgetsBenchmark.Run),
    Simple("calibration", "A whole council's cases against many tables.", CalibrationBenchmark.Run),
    Simple("reading", "A message read, safety included, without a model; also what is meant to hurt.", ReadingBenchmark.Run),
    Simple("directory", "Directories of up to a hundred thousand services: imported, indexed, opened.", () => DirectoryBenchmark.RunAsync().GetAwaiter().GetResult()),
    SafetyFoldsCommand.Create(),
    RetrievalCommand.Create(),
    SearchLatencyCommand.Create(),
    FuzzCommand.Create(),
    TurnsCommand.Create(),
    NodesCommand.Create(),
    NodesCommand.CreateNode(),
    HistoryCommand.Create(),
    IdleConversationsCommand.Create(),
    DeskLoad.Create(),
    PressureCommand.Create(),
    DayCommand.Create(),
};
foreach (var load in LoadCommands.Create())
{
    root.Subcommands.Add(load);
}

return await root.Parse(args).InvokeAsync();

static Command Simple(string name, string description, Func<int> run)
{
    var command = new Command(name, description);
    command.SetAction(_ => run());
    return command;
}
