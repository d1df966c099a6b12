using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>Opens every sealed value once, and names those that can't be opened.</summary>
public static class OpenEverything
{
    /// <summary>A sentence for each value that can't be opened; no more than so many of a table.</summary>
    public static async Task<ImmutableArray<string>> FaultsAsync(StorageConnections connections, ImmutableArray<SealedTable> tables, int most, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        foreach (var table in tables)
        {
            var sql = $"SELECT {string.Join(", ", table.Key)}, {string.Join(", ", table.Columns)} FROM {table.Table} ORDER BY {string.Join(", ", table.Key)}";
            var broken = 0;
            await foreach (var fault in connections.StreamSealedAsync(sql, row => Fault(row, table), cancellationToken))
            {
                if (fault is not null && broken++ < most)
                {
                    faults.Add(fault);
                }
            }
        }

        return faults.ToImmutable();
    }

    private static string? Fault(SealedRow row, SealedTable table)
    {
        var key = string.Join('/', Enumerable.Range(0, table.Key.Length).Select(row.GetText));
        try
        {
            for (var i = 0; i < table.Columns.Length; i++)
            {
                row.OpenOrNull(table.Key.Length + i, new Place(table.Table, table.Columns[i], key));
            }

            return null;
        }
        catch (SealBrokenException exception) when (exception.Fault == SealFault.Erased)
        {
            // As it should be.
            return null;
        }
        catch (SealBrokenException exception)
        {
            return exception.Message;
        }
    }
}
