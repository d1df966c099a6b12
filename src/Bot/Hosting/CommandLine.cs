using System.CommandLine;
using TransformingLives.Bot.Hosting.Budgets;
using TransformingLives.Bot.Hosting.Evaluating;
using TransformingLives.Bot.Hosting.Importing;
using TransformingLives.Bot.Hosting.Keys;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Hosting.Records;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verbs of the program.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder for the database and the index; default: data/ beside content/.", Recursive = true };
        var content = new Option<string?>("--content") { Description = "The content folder; default: found here or above.", Recursive = true };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://localhost:5080" };
        var root = new RootCommand("Transforming Lives: first contact for adult social care.") { data, content, urls };
        root.SetAction((result, token) => Run(() => Serve.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), result.GetValue(urls)!, token)));

        var serve = new Command("serve", "Serves the resident page and the desk (the default).") { urls };
        serve.SetAction((result, token) => Run(() => Serve.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), result.GetValue(urls)!, token)));
        var quick = new Option<bool>("--quick") { Description = "Does not play the stories." };
        var check = new Command("check", "Checks that the content is valid and its stories go as they should: file, line, field. With --data: also that a data folder, or a back-up, is whole.") { quick };
        check.SetAction((result, token) => Run(() => Check.RunAsync(result.GetValue(content), result.GetValue(data), !result.GetValue(quick), token)));
        var learn = new Command("learn", "Learns the content's example questions and lessons ahead, so that every start has them at once. Run it after changing them.");
        learn.SetAction((result, token) => Run(() => Learn.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        root.Add(learn);
        root.Add(SearchCommand(content, data));
        root.Add(serve);
        root.Add(check);
        root.Add(EvaluateCommand(content, data));
        root.Add(ChatCommand(content, data));
        root.Add(PlayCommand(content, data));
        root.Add(ExportCommand(content, data));
        root.Add(RecordCommands.Audit(content, data, Run));
        root.Add(DescribeCommands.Create(content, data, Run));
        root.Add(new PersonCommands(content, data, Run).Create());
        foreach (var verb in new BackupCommands(content, data, Run).Create())
        {
            root.Add(verb);
        }

        root.Add(new KeyCommands(content, data, Run).Create());
        root.Add(new RasCommands(content, data, Run).Create());
        root.Add(ImportCommands.Create(content, data, Run));
        return root;
    }

    private static Command EvaluateCommand(Option<string?> content, Option<string?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A labelled set." };
        var json = new Option<bool>("--json") { Description = "One JSON object, nothing else." };
        var underWay = new Option<bool>("--under-way") { Description = "Safety: each message stands in the middle of a conversation." };
        var evaluate = new Command("evaluate", "Measures it on a labelled set.");
        foreach (var (what, description) in new[]
        {
            ("safety", "Danger noticed, kind by kind, and false alarms."),
            ("questions", "The right topic first, and what is out of scope."),
            ("answers", "Answers read right, and wrong values."),
            ("grounding", "Numbers, prices, addresses and times of the answers that stand in no record."),
        })
        {
            var verb = new Command(what, description) { file, json, underWay };
            verb.SetAction((result, token) => Run(() => Evaluate.RunAsync(what, result.GetValue(file)!, result.GetValue(underWay) ? ScreeningMoment.UnderWay : ScreeningMoment.First, result.GetValue(json), Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
            evaluate.Add(verb);
        }

        return evaluate;
    }

    private static Command SearchCommand(Option<string?> content, Option<string?> data)
    {
        var text = new Argument<string>("TEXT") { Description = "A question, in anybody's words." };
        var explain = new Option<bool>("--explain") { Description = "Why each topic, passage and service came where it did." };
        var search = new Command("search", "What guides and services answer a question.") { text, explain };
        search.SetAction((result, token) => Run(() => Search.RunAsync(result.GetValue(text)!, result.GetValue(explain), Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return search;
    }

    private static Command ChatCommand(Option<string?> content, Option<string?> data)
    {
        var chat = new Command("chat", "The same conversation in a terminal; reads piped input too. Nothing is kept.");
        chat.SetAction((result, token) => Run(() => Chat.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return chat;
    }

    private static Command PlayCommand(Option<string?> content, Option<string?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A YAML list of stories: id, says, and what replies must have." };
        var json = new Option<bool>("--json") { Description = "A JSON list, nothing else." };
        var play = new Command("play", "Plays stories and prints the transcript, what was read, concerns, referrals and estimates.") { file, json };
        play.SetAction((result, token) => Run(() => Play.RunAsync(result.GetValue(file)!, result.GetValue(json), Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return play;
    }

    private static Command ExportCommand(Option<string?> content, Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "A JSON list with everything." };
        var referrals = new Command("referrals", "All referrals in the register.") { json };
        referrals.SetAction((result, token) => Run(() => ExportReferrals.RunAsync(result.GetValue(json), Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        return new Command("export", "Writes out what is kept.") { referrals, RecordCommands.Cld(content, data, Run) };
    }

    private static async Task<int> Run(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (StartUpException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
