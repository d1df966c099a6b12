using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Reloading;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Bot.Tests.Hosting.Reloading;

/// <summary>A council whose content somebody edits while the program runs: a copy of the content that ships.</summary>
internal sealed class EditedCouncil : IAsyncDisposable
{
    private readonly string folder;
    private readonly Folders folders;

    private EditedCouncil(string folder, Folders folders, Surroundings surroundings)
    {
        this.folder = folder;
        this.folders = folders;
        Source = new SurroundingsSource(surroundings);
        Reload = new ContentReload(folders, Source, new ReloadOptions { LessonSeconds = 0 }, TimeProvider.System, NullLogger<ContentReload>.Instance);
    }

    public SurroundingsSource Source { get; }

    public ContentReload Reload { get; }

    public KnowledgeBase Knowledge => Source.At(default).Knowledge;

    public static async Task<EditedCouncil> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        Copy(Folders.Find(null, folder).Content, Path.Combine(folder, "content"));
        var folders = Folders.Find(Path.Combine(folder, "content"), Path.Combine(folder, "data"));
        return new EditedCouncil(folder, folders, await LoadedContent.LoadAsync(folders, CancellationToken.None));
    }

    public void Edit(string file, Func<string, string> change)
    {
        var path = Path.Combine(folders.Content, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    /// <summary>Looks until the change has come to rest: twice.</summary>
    public async Task<bool> LookTwiceAsync() => await Reload.LookAsync(CancellationToken.None) | await Reload.LookAsync(CancellationToken.None);

    public async Task<ImportReport> ImportAsync(string json)
    {
        var file = Path.Combine(folder, "feed.json");
        await File.WriteAllTextAsync(file, json);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDirectoryImport().BuildServiceProvider();
        return await services.GetRequiredService<DirectoryImport>().RunAsync(new ImportRequest(file, "example", folders.Directory, folders.Content), null, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Source.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
