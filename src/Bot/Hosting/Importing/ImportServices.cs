using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>The verb <c>import services</c>. It ends with 0 when the feed was taken, also when records of it were left out, and with 1 when it was not.</summary>
internal static class ImportServices
{
    private const int MostShown = 20;

    public static async Task<int> RunAsync(Folders folders, string from, string? name, bool allowPrivate, CancellationToken cancellationToken)
    {
        var feed = name ?? DirectoryImport.NameFor(from);
        if (!DirectoryImport.IsName(feed))
        {
            throw new StartUpException($"'{feed}' is no name for a feed: it has small letters, digits and dashes, at most 60. Choose one with --name.");
        }

        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDirectoryImport().BuildServiceProvider();
        var request = new ImportRequest(from, feed, folders.Directory, folders.Content) { AllowPrivateAddresses = allowPrivate };
        var report = await services.GetRequiredService<DirectoryImport>().RunAsync(request, new ProgressLines(Console.Error, TimeProvider.System), cancellationToken);
        Console.Write(DirectoryImport.InWords(report, MostShown));
        Console.WriteLine($"The whole report: {report.ReportPath}");
        return report.Refusal is null ? 0 : 1;
    }
}
