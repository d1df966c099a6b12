namespace TransformingLives.Bot.Hosting;

/// <summary>Where content is and where data goes.</summary>
/// <param name="Content">The folder <c>content/</c>.</param>
/// <param name="Data">Database, index and keys; may be thrown away only with everything in it.</param>
internal sealed record Folders(string Content, string Data)
{
    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(Data, "transforming-lives.db");

    /// <summary>The index of words, and what was learnt from content.</summary>
    public string Index => Path.Combine(Data, "index");

    /// <summary>What people sent, a folder for each conversation.</summary>
    public string Files => Path.Combine(Data, "files");

    /// <summary>Keys that cookies and links are signed with.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>Imported directories, a folder for each.</summary>
    public string Directory => Path.Combine(Data, "directory");

    /// <summary>Finds <c>content/</c> here or above, and makes the data folder beside it.</summary>
    /// <exception cref="StartUpException">There is no content, or the data folder can't be written to.</exception>
    public static Folders Find(string? content, string? data)
    {
        var found = content ?? Above(System.IO.Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
            ?? throw new StartUpException("There is no folder 'content' here or above. Start in the repository, or say where it is with --content.");
        if (!File.Exists(Path.Combine(found, "council.yaml")))
        {
            throw new StartUpException($"The folder '{found}' has no council.yaml, so it is not a content folder.");
        }

        var folders = new Folders(Path.GetFullPath(found), Path.GetFullPath(data ?? Path.Combine(found, "..", "data")));
        folders.MakeData();
        return folders;
    }

    /// <summary>The program stands in the repository that it was built from.</summary>
    public static bool IsInSources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TransformingLives.sln")))
        {
            folder = folder.Parent;
        }

        return folder is not null;
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "content", "council.yaml")))
            {
                return Path.Combine(folder.FullName, "content");
            }
        }

        return null;
    }

    private void MakeData()
    {
        try
        {
            System.IO.Directory.CreateDirectory(Data);
            var probe = Path.Combine(Data, ".can-write");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"The data folder '{Data}' can't be written to. Make it writable, or choose another with --data.");
        }
    }
}
