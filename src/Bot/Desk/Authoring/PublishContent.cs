using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.CaseBridge.Audit;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>Puts an edited file in place. Files stay the truth: what was changed beside us is never written over, and what is wrong is never written.</summary>
internal sealed class PublishContent(Folders folders, ContentHistory history, AuditTrail trail) : IDisposable
{
    // One at a time: each loads all of the content a second time.
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <param name="file">The file.</param>
    /// <param name="mark">Its state when the author began; see <see cref="EditableFiles.Mark"/>.</param>
    /// <param name="text">What the author wrote.</param>
    /// <param name="author">Who.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task<PublishResult> PublishAsync(string file, string mark, string text, Officer author, CancellationToken cancellationToken)
    {
        text = text.ReplaceLineEndings("\n");
        await gate.WaitAsync(cancellationToken);
        try
        {
            var before = EditableFiles.Read(folders.Content, file);
            if (EditableFiles.Mark(before) != mark)
            {
                return new PublishResult.Conflict(before);
            }

            if (before?.ReplaceLineEndings("\n") == text)
            {
                return new PublishResult.Same();
            }

            var (problems, broken) = await CheckDraft.WhollyAsync(folders, file, text, cancellationToken);
            return !problems.IsEmpty ? new PublishResult.Refused(problems)
                : !broken.IsEmpty ? new PublishResult.BreaksStories(broken)
                : await WriteAsync(file, mark, before, text, author);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    // Noted first, then made: a change that nobody can be asked about is worse than a note of one that a crash kept from being made.
    private async Task<PublishResult> WriteAsync(string file, string mark, string? before, string text, Officer author)
    {
        var path = Path.Combine(folders.Content, file);
        var beside = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(beside, text, CancellationToken.None);
            if (EditableFiles.Read(folders.Content, file) is var now && EditableFiles.Mark(now) != mark)
            {
                return new PublishResult.Conflict(now);
            }

            await trail.NoteAsync(new AuditEntry($"{author.Name} ({author.Id})", "content.changed", file, before is null ? "new" : $"from {mark} to {EditableFiles.Mark(text)}"));
            await history.AddAsync(file, before, text, author);
            File.Move(beside, path, overwrite: true);
            return new PublishResult.Published();
        }
        finally
        {
            // Nothing is left lying about when the disk is full, or the note could not be stored. When it was put in place there is nothing to delete.
            File.Delete(beside);
        }
    }
}
