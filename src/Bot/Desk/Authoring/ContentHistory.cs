using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>Who changed which file when, and how it was before.</summary>
internal sealed class ContentHistory(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const int Most = 50;
    private const string Columns = "id, file, at, by_name, text_before, text_after";

    /// <summary>Notes a change before it is made.</summary>
    public Task AddAsync(string file, string? before, string after, Officer author)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync("content", (session, token) => session.Command(
                "INSERT INTO content_changes (id, file, at, by_id, by_name, text_before, text_after) VALUES (@id, @file, @at, @by, @name, @before, @after)",
                ("@id", Guid.CreateVersion7(clock.GetUtcNow()).ToString()), ("@file", file), ("@at", now), ("@by", author.Id), ("@name", author.Name), ("@before", before is null ? null : StorableText.Of(before)), ("@after", StorableText.Of(after)))
            .ExecuteNonQueryAsync(token));
    }

    /// <summary>The changes of a file, the newest first.</summary>
    public Task<ImmutableArray<ContentChange>> OfAsync(string file, CancellationToken cancellationToken) => connections.QueryAsync(
        $"SELECT {Columns} FROM content_changes WHERE file = @file ORDER BY at DESC, id DESC LIMIT @count", Read, cancellationToken, ("@file", file), ("@count", Most));

    /// <summary>The last changes of all files, the newest first.</summary>
    public Task<ImmutableArray<ContentChange>> LatestAsync(CancellationToken cancellationToken) => connections.QueryAsync(
        $"SELECT {Columns} FROM content_changes ORDER BY at DESC, id DESC LIMIT @count", Read, cancellationToken, ("@count", Most / 5));

    private static ContentChange Read(System.Data.Common.DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5));
}

/// <summary>A change of a file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">The file.</param>
/// <param name="At">When.</param>
/// <param name="By">The author's name.</param>
/// <param name="Before">How it was; null when it was new.</param>
/// <param name="After">How it became.</param>
internal sealed record ContentChange(string Id, string File, DateTimeOffset At, string By, string? Before, string After);
