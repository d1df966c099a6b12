using System.CommandLine;

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
        var check = new Command("check", "Checks that the content is valid: file, line, field.");
        check.SetAction((result, token) => Run(() => Check.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), token)));
        root.Add(serve);
        root.Add(check);
        return root;
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
