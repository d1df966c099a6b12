using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Benchmarks;

/// <summary>Directories of a thousand, ten thousand and a hundred thousand services: imported, indexed, and opened again.</summary>
internal static class DirectoryBenchmark
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task<int> RunAsync()
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDirectoryImport().BuildServiceProvider();
        foreach (var size in Sizes)
        {
            var folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
            try
            {
                await MeasureAsync(size, folder, services.GetRequiredService<DirectoryImport>());
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(int size, string folder, DirectoryImport import)
    {
        var feed = Path.Combine(folder, "feed.ndjson");
        await File.WriteAllLinesAsync(feed, Enumerable.Range(0, size).Select(GeneratedServices.Line));
        var content = Path.Combine(folder, "content");
        Directory.CreateDirectory(Path.Combine(content, "services"));
        File.Copy(Path.Combine(Shipped.Content, "services", "topics.yaml"), Path.Combine(content, "services", "topics.yaml"));
        var directory = Path.Combine(folder, "directory");

        var (imported, report) = await TimeAsync(() => import.RunAsync(new ImportRequest(feed, "generated", directory, content), null, CancellationToken.None));
        var options = new KnowledgeOptions(content, Path.Combine(folder, "index"), ImmutableDictionary<string, string>.Empty) { DirectoryPath = directory };
        var (indexed, _) = Open(options);
        var (opened, memory) = Open(options);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,7:#,##0} services: imported in {imported:0.0} s ({report.Taken:#,##0} taken), loaded and indexed in {indexed:0.0} s, opened again in {opened:0.0} s, {memory / 1e6:0} MB held"));
    }

    /// <summary>Seconds to open it, and bytes that it holds while it is open.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (double Seconds, long Bytes) Open(KnowledgeOptions options)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        using var knowledge = KnowledgeBase.OpenAsync(options, CancellationToken.None).GetAwaiter().GetResult();
        var seconds = clock.Elapsed.TotalSeconds;
        return (seconds, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static async Task<(double Seconds, T Result)> TimeAsync<T>(Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var result = await work();
        return (clock.Elapsed.TotalSeconds, result);
    }
}
