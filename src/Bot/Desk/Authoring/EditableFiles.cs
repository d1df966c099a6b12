using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>
/// The files of <c>content/</c> that authors may edit in the browser. What counts as danger, and the tables that money is worked out from, are not among them: those are
/// changed with the people who answer for them.
/// </summary>
internal static partial class EditableFiles
{
    /// <summary>A file is at most so long, in characters.</summary>
    public const int Longest = 400_000;

    private static readonly ImmutableArray<(string Folder, string Pattern, string Title)> Folders =
    [
        ("guides", "*.md", "Guides"),
        ("replies", "*.yaml", "What the assistant says"),
        ("forms", "*.yaml", "Questions"),
        ("topics", "*.yaml", "Topics"),
        ("services", "*.json", "Services"),
        ("desk", "*.yaml", "The desk"),
    ];

    /// <summary>All of them, by group.</summary>
    public static ImmutableArray<(string Title, ImmutableArray<string> Files)> In(string content) =>
    [
        .. Folders.Where(folder => Directory.Exists(Path.Combine(content, folder.Folder))).Select(folder => (folder.Title, (ImmutableArray<string>)[.. Directory.EnumerateFiles(Path.Combine(content, folder.Folder), folder.Pattern)
            .Select(path => $"{folder.Folder}/{Path.GetFileName(path)}").Where(file => !file.Contains("/.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)])),
        ("Appointments", ["appointments.yaml"]),
    ];

    /// <summary>This file may be edited: it is one of them, or a new guide.</summary>
    public static bool Has(string content, string file) => NewGuide().IsMatch(file) || In(content).Any(group => group.Files.Contains(file));

    /// <summary>The text of a file; null when it isn't there.</summary>
    public static string? Read(string content, string file)
    {
        var path = Path.Combine(content, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Tells one state of a file from another.</summary>
    public static string Mark(string? text) => text is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    [GeneratedRegex(@"\Aguides/[a-z0-9][a-z0-9-]{0,59}\.md\z")]
    private static partial Regex NewGuide();
}
