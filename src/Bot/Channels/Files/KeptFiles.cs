using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>Keeps what people send: the bytes in a folder of the data, what they are in the database. Nobody finds a file without its conversation.</summary>
/// <param name="connections">The council's database.</param>
/// <param name="commits">Where changes are stored.</param>
/// <param name="folder">Folder for the bytes; made when the first file comes.</param>
/// <param name="clock">For when a file came.</param>
public sealed class KeptFiles(StorageConnections connections, CommitQueue commits, UploadFolder folder, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <summary>Keeps a file that was looked through.</summary>
    public async Task<KeptFile> KeepAsync(string conversationId, string name, string contentType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var file = new KeptFile(ConversationId.New(), conversationId, Harmless(name), contentType, bytes.Length, clock.GetUtcNow());
        Directory.CreateDirectory(FolderOf(conversationId));

        // The bytes first: a row without its file would be a promise that we can't keep.
        await File.WriteAllBytesAsync(PathOf(file), bytes, cancellationToken);
        await commits.RunAsync(conversationId, (session, token) => session.Command(
                "INSERT INTO kept_files (id, conversation_id, name, content_type, size, at) VALUES (@id, @conversation, @name, @type, @size, @at)",
                ("@id", file.Id), ("@conversation", conversationId), ("@name", file.Name), ("@type", contentType), ("@size", file.Size), ("@at", file.At.ToUnixTimeMilliseconds()))
            .ExecuteNonQueryAsync(token));
        return file;
    }

    /// <summary>The files of a conversation, oldest first.</summary>
    public Task<ImmutableArray<KeptFile>> OfAsync(string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT id, conversation_id, name, content_type, size, at FROM kept_files WHERE conversation_id = @conversation ORDER BY at, id", Read, cancellationToken, ("@conversation", conversationId));

    /// <summary>A file of a conversation and its bytes; null when there is none.</summary>
    public async Task<(KeptFile File, Stream Bytes)?> OpenAsync(string conversationId, string fileId, CancellationToken cancellationToken)
    {
        var file = (await OfAsync(conversationId, cancellationToken)).FirstOrDefault(kept => kept.Id == fileId);
        return file is not null && File.Exists(PathOf(file)) ? (file, File.OpenRead(PathOf(file))) : null;
    }

    /// <summary>Throws away the bytes of all files of a conversation. Its rows are whoever asks for this to remove.</summary>
    public void RemoveBytesOf(string conversationId)
    {
        if (ConversationId.IsValid(conversationId) && Directory.Exists(FolderOf(conversationId)))
        {
            Directory.Delete(FolderOf(conversationId), recursive: true);
        }
    }

    /// <summary>Throws away the bytes of one file.</summary>
    public void RemoveBytes(string conversationId, string fileId)
    {
        if (Directory.Exists(FolderOf(conversationId)))
        {
            File.Delete(Path.Combine(FolderOf(conversationId), fileId));
        }
    }

    private static KeptFile Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));

    private string FolderOf(string conversationId) => Path.Combine(folder.Path, conversationId);

    private string PathOf(KeptFile file) => Path.Combine(FolderOf(file.ConversationId), file.Id);

    // The name is only ever shown; letters, digits and a few signs are enough for that.
    private static string Harmless(string name)
    {
        var kept = new string([.. Path.GetFileName(name).Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '.' or '-' or '_' or '(' or ')')]).Trim(' ', '.');
        return kept.Length == 0 ? "file" : kept[^Math.Min(kept.Length, LongestName)..];
    }
}

/// <summary>Where the bytes of files lie.</summary>
public sealed record UploadFolder(string Path);
