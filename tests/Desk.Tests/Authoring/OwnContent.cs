using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Desk.Tests.Authoring;

/// <summary>The content that ships, in a folder of its own that a test may change: guides, replies and stories are copies, the rest are links.</summary>
internal sealed class OwnContent : IDisposable
{
    private static readonly string[] Own = ["guides", "replies", "stories"];
    private readonly string root = Directory.CreateTempSubdirectory("tl-own-").FullName;

    public OwnContent()
    {
        Content = Directory.CreateDirectory(Path.Combine(root, "content")).FullName;
        foreach (var entry in new DirectoryInfo(TestCouncil.Content).EnumerateFileSystemInfos())
        {
            var to = Path.Combine(Content, entry.Name);
            if (Own.Contains(entry.Name))
            {
                Directory.CreateDirectory(to);
                foreach (var file in ((DirectoryInfo)entry).EnumerateFiles())
                {
                    file.CopyTo(Path.Combine(to, file.Name));
                }
            }
            else
            {
                _ = entry is DirectoryInfo ? Directory.CreateSymbolicLink(to, entry.FullName) : File.CreateSymbolicLink(to, entry.FullName);
            }
        }
    }

    public string Content { get; }

    /// <summary>One short story in place of all.</summary>
    public void OnlyStory(string yaml)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Content, "stories")))
        {
            File.Delete(file);
        }

        Write("stories/own.yaml", yaml);
    }

    public Folders Folders => Folders.Find(Content, Path.Combine(root, "data"));

    public string Read(string file) => File.ReadAllText(Path.Combine(Content, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Content, file), text);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
