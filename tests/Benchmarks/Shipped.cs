using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Benchmarks;

/// <summary>What ships in <c>content/</c>.</summary>
internal static class Shipped
{
    public static RasTable Ras { get; } = RasTableLoader.Load("ras/tl-ras-v1.yaml", Read("ras/tl-ras-v1.yaml")).Table!;

    public static ChargingYear Charging { get; } = ChargingYearLoader.Load("charging/2026-27.yaml", Read("charging/2026-27.yaml")).Table!;

    /// <summary>The folder <c>content/</c>.</summary>
    public static string Content { get; } = Find("council.yaml");

    private static string Read(string file) => File.ReadAllText(Path.Combine(Find(file), file));

    private static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "content", file);
            if (File.Exists(path))
            {
                return Path.Combine(folder.FullName, "content");
            }
        }

        throw new FileNotFoundException($"There is no content/{file} here or above.");
    }
}
