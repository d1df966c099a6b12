using System.CommandLine;
using TransformingLives.Training;

// dotnet run -c Release --project tests/Training -- --from FOLDER --out FOLDER   (README.md beside this file says the rest)
var from = new Option<DirectoryInfo>("--from") { Required = true, Description = "Holds model.fp16.safetensors: the weights to begin with." };
var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Where the taught weights go, in the same format." };
var content = new Option<DirectoryInfo>("--content") { Description = "The content to learn from.", DefaultValueFactory = _ => new DirectoryInfo("content") };
var epochs = new Option<int>("--epochs") { Description = "How often every lesson is gone over.", DefaultValueFactory = _ => 3 };
var frozen = new Option<int>("--frozen") { Description = "How many of the six layers stay as they are.", DefaultValueFactory = _ => 3 };
var rate = new Option<float>("--rate") { Description = "The highest learning rate.", DefaultValueFactory = _ => 1e-4f };
var threads = new Option<int>("--threads") { Description = "How many threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
var command = new RootCommand("Teaches the sentence model to tell danger and topics apart.") { from, output, content, epochs, frozen, rate, threads };
command.SetAction(arguments => Teaching.Run(new TeachingPlan(
    arguments.GetValue(from)!.FullName,
    arguments.GetValue(output)!.FullName,
    arguments.GetValue(content)!.FullName,
    arguments.GetValue(epochs),
    arguments.GetValue(frozen),
    arguments.GetValue(rate),
    arguments.GetValue(threads))));
return await command.Parse(args).InvokeAsync();
