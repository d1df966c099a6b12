namespace TransformingLives.Testing.Node;

/// <summary>Scripts of <c>tests/node</c>: other people's programs, as the tests start them.</summary>
public static class NodeScripts
{
    /// <summary>The path of a script.</summary>
    public static string Find(params string[] below)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TransformingLives.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder.FullName, "tests", "node", .. below]);
    }
}
