using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>A browser in a few words, so that somebody knows theirs again. Only names from these lists are ever kept of what it says.</summary>
internal static class BrowserWords
{
    // Each passes itself off as those after it: the first that fits is meant.
    private static readonly ImmutableArray<(string Mark, string Name)> Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];
    private static readonly ImmutableArray<(string Mark, string Name)> Systems = [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <param name="agent">The header User-Agent.</param>
    /// <returns>"Firefox on Windows", "Firefox", or nothing.</returns>
    public static string Of(string agent) => (Find(Browsers, agent), Find(Systems, agent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => system,
        _ => "",
    };

    private static string? Find(ImmutableArray<(string Mark, string Name)> names, string agent) => names.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
