using System.Text.RegularExpressions;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>"What's happening with my referral?", and references as people write them.</summary>
internal static partial class ProgressReader
{
    private static readonly string[] Asking =
    [
        "happening with", "happening to", "happened to", "happened with", "become of", "news on", "news of", "news about", "update on", "update about", "status of", "progress of", "progress on", "progress with",
        "chase", "chase up", "chasing", "chasing up", "check on", "check up on", "where is", "wheres", "hows", "how is", "heard about", "heard anything about", "heard nothing about", "find out about", "how far",
    ];

    private static readonly string[] Things = ["referral", "referal", "my request", "our request", "the request", "her request", "his request", "mums request", "dads request"];

    /// <param name="text">The message.</param>
    /// <returns>Whether it asks what became of a referral, the reference it names, and what else it says.</returns>
    public static (bool Asks, string? Reference, string Others) In(string text)
    {
        var reference = text.Length >= 10 ? Written().Matches(text).Select(match => CouncilCases.NormalReference(match.Value)).FirstOrDefault(found => found is not null) : null;
        return (Asks(text), reference, reference is null ? text : Written().Replace(text, ","));
    }

    /// <summary>A reference without its TL, where one was asked for.</summary>
    public static string? Bare(string text) =>
        Short().Match(text) is { Success: true } match ? CouncilCases.NormalReference(match.Value) : null;

    private static bool Asks(string text)
    {
        if (!text.Contains("refer", StringComparison.OrdinalIgnoreCase) && !text.Contains("request", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var line = Words.Line(text);
        return Words.HasAny(line, Things) && Words.HasAny(line, Asking);
    }

    [GeneratedRegex(@"\bT\s?L[\s-]{0,2}[2-9A-Z]{4}[\s-]{0,2}[2-9A-Z]{4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b[2-9A-Z]{4}[\s-]{0,2}[2-9A-Z]{4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Short();
}
