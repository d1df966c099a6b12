using System.CommandLine;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>The whole search of services beside plain Lucene BM25 and SQLite FTS5, on the same documents, in one run.</summary>
internal static class SearchLatencyCommand
{
    public static Command Create()
    {
        var sizes = new Option<int[]>("--sizes") { Description = "How many services.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 10_000, 100_000] };
        var queries = new Option<int>("--queries") { Description = "How many questions, each of up to 20 words.", DefaultValueFactory = _ => 300 };
        var command = new Command("search-latency", "p50 and p99 of a search, time and memory of the index, at several sizes.") { sizes, queries };
        command.SetAction(result =>
        {
            using var meaning = new BenchmarkMeaning();
            foreach (var size in result.GetValue(sizes)!)
            {
                SearchLatency.Run(size, result.GetValue(queries), meaning);
            }
        });
        return command;
    }
}
