namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>The whole content with one file changed, in a folder that is thrown away: what is checked is what will be there. Nothing else is copied where links can be made.</summary>
internal sealed class ContentDraft : IDisposable
{
    private ContentDraft(string root) => Root = root;

    /// <summary>The folder, laid out as <c>content/</c>.</summary>
    public string Root { get; }

    /// <param name="content">The folder <c>content/</c>.</param>
    /// <param name="file">The file that is changed, for instance <c>guides/meals.md</c>.</param>
    /// <param name="text">What is in it.</param>
    public static ContentDraft With(string content, string file, string text)
    {
        var draft = new ContentDraft(Directory.CreateTempSubdirectory("tl-draft-").FullName);
        var folder = Path.GetDirectoryName(file) ?? "";
        foreach (var entry in new DirectoryInfo(content).EnumerateFileSystemInfos().Where(entry => entry.Name != folder && entry.Name != file))
        {
            Link(entry, Path.Combine(draft.Root, entry.Name));
        }

        if (folder.Length > 0)
        {
            Directory.CreateDirectory(Path.Combine(draft.Root, folder));
            foreach (var beside in new DirectoryInfo(Path.Combine(content, folder)).EnumerateFileSystemInfos().Where(beside => $"{folder}/{beside.Name}" != file))
            {
                Link(beside, Path.Combine(draft.Root, folder, beside.Name));
            }
        }

        File.WriteAllText(Path.Combine(draft.Root, file), text);
        return draft;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still reads it. It lies in the folder for what is thrown away.
        }
    }

    // Not everybody may make links on Windows.
    private static void Link(FileSystemInfo from, string to)
    {
        try
        {
            _ = from is DirectoryInfo ? Directory.CreateSymbolicLink(to, from.FullName) : File.CreateSymbolicLink(to, from.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Copy(from, to);
        }
    }

    private static void Copy(FileSystemInfo from, string to)
    {
        if (from is FileInfo file)
        {
            file.CopyTo(to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in ((DirectoryInfo)from).EnumerateFileSystemInfos())
        {
            Copy(entry, Path.Combine(to, entry.Name));
        }
    }
}
