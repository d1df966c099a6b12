using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

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

        // The bytes first: a row without its file would be a promise that we can't keep. And their key before them.
        var key = await KeyAsync(conversationId);
        await File.WriteAllBytesAsync(PathOf(file), key.SealBytes(SealedChannels.Bytes(conversationId, file.Id), bytes.Span), cancellationToken);
        await commits.RunAsync(conversationId, async (session, token) => await session.Command(
                "INSERT INTO kept_files (id, conversation_id, name, content_type, size, at) VALUES (@id, @conversation, @name, @type, @size, @at)",
                ("@id", file.Id), ("@conversation", conversationId), ("@name", await session.Keys.SealAsync(conversationId, KeyPart.Said, SealedChannels.Files.PlaceOf("name", file.Id), file.Name, token)),
                ("@type", contentType), ("@size", file.Size), ("@at", file.At.ToUnixTimeMilliseconds()))
            .ExecuteNonQueryAsync(token));
        return file;
    }

    /// <summary>The files of a conversation, oldest first.</summary>
    public Task<ImmutableArray<KeptFile>> OfAsync(string conversationId, CancellationToken cancellationToken) => connections.QuerySealedAsync(
        "SELECT id, conversation_id, name, content_type, size, at FROM kept_files WHERE conversation_id = @conversation ORDER BY at, id", Read, cancellationToken, ("@conversation", conversationId));

    /// <summary>A file of a conversation and its bytes; null when there is none.</summary>
    /// <exception cref="SealBrokenException">The bytes were altered.</exception>
    public async Task<(KeptFile File, Stream Bytes)?> OpenAsync(string conversationId, string fileId, CancellationToken cancellationToken)
    {
        var file = (await OfAsync(conversationId, cancellationToken)).FirstOrDefault(kept => kept.Id == fileId);
        return file is not null && File.Exists(PathOf(file))
            ? (file, new MemoryStream(await connections.OpenBytesAsync(SealedChannels.Bytes(conversationId, fileId), await File.ReadAllBytesAsync(PathOf(file), cancellationToken), cancellationToken), writable: false))
            : null;
    }

    /// <summary>Seals the bytes that an older version kept as they came. Ended in the middle, the next start goes on: what is sealed already shows it.</summary>
    public async Task SealExistingAsync(CancellationToken cancellationToken)
    {
        if (await connections.IsSealedAsync("files", cancellationToken))
        {
            return;
        }

        var files = !Directory.Exists(folder.Path) ? [] : await connections.QueryAsync("SELECT conversation_id, id FROM kept_files", row => (Conversation: row.GetString(0), Id: row.GetString(1)), cancellationToken);
        foreach (var (conversation, id) in files)
        {
            await SealFile.RunAsync(Path.Combine(FolderOf(conversation), id), await KeyAsync(conversation), SealedChannels.Bytes(conversation, id), cancellationToken);
        }

        await commits.RunAsync("files", (session, token) => session.NoteSealedAsync("files", token));
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

    private Task<PersonKey> KeyAsync(string conversationId) => connections.HeldKey(conversationId, KeyPart.Said) is { } held
        ? Task.FromResult(held)
        : commits.RunAsync(conversationId, (session, token) => session.Keys.OfAsync(conversationId, KeyPart.Said, token).AsTask());

    private static KeptFile Read(SealedRow row) =>
        new(row.GetString(0), row.GetString(1), row.OpenOr(2, SealedChannels.Files.PlaceOf("name", row.GetString(0)), "file"), row.GetString(3), row.GetInt64(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));

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
