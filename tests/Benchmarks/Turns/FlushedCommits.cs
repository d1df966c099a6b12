using System.Diagnostics;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Benchmarks.Turns;

/// <summary>The disk's own measure: transactions of one small row, each flushed, by so many writers.</summary>
internal static class FlushedCommits
{
    public static async Task<double> RunAsync(StorageConnections connections, int writers, TimeSpan howLong, CancellationToken cancellationToken)
    {
        await using (var connection = await connections.OpenForWritingAsync(cancellationToken))
        {
            await using var table = connection.CreateCommand();
            table.CommandText = "CREATE TABLE IF NOT EXISTS commits (writer INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL)";
            await table.ExecuteNonQueryAsync(cancellationToken);
        }

        var begun = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(connections, writer, begun, howLong, cancellationToken), cancellationToken)));
        return counts.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<long> WriteAsync(StorageConnections connections, int writer, long begun, TimeSpan howLong, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenForWritingAsync(cancellationToken);
        var count = 0L;
        while (Stopwatch.GetElapsedTime(begun) < howLong)
        {
            await using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO commits (writer, number, text) VALUES (@writer, @number, 'as long as a short answer is')";
            foreach (var (name, value) in new[] { ("@writer", (object)writer), ("@number", (int)count) })
            {
                var parameter = insert.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                insert.Parameters.Add(parameter);
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
            count++;
        }

        return count;
    }
}
