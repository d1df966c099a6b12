using System.CommandLine;

namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>The verbs below <c>import</c>.</summary>
internal static class ImportCommands
{
    public static Command Create(Option<string?> content, Option<string?> data, Func<Func<Task<int>>, Task<int>> run)
    {
        var from = new Option<string>("--from") { Description = "The web address of an Open Referral UK API or JSON file, or a file or folder.", Required = true };
        var name = new Option<string?>("--name") { Description = "Name of the feed; the same name again takes its place. Default: its host, file or folder." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "The feed may redirect into a private network." };
        var services = new Command("services", "Takes a council's own directory, all of it at once, and says what was left out and why.") { from, name, allowPrivate };
        services.SetAction((result, token) => run(() => ImportServices.RunAsync(Folders.Find(result.GetValue(content), result.GetValue(data)), result.GetValue(from)!, result.GetValue(name), result.GetValue(allowPrivate), token)));
        return new Command("import", "Takes in what others keep.") { services };
    }
}
