using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>"6,000 no hang on 6,700": what was said first is taken back.</summary>
/// <param name="Before">What was taken back; empty when nothing was.</param>
/// <param name="After">What holds.</param>
internal sealed record Corrections(string Before, string After)
{
    private static readonly ImmutableArray<string> Markers =
    [
        "no wait", "no hang on", "no hold on", "hang on", "hold on", "no sorry", "sorry no", "sorry i mean", "sorry i meant", "no i mean", "i mean", "i meant", "actually no", "no actually", "actually",
        "scratch that", "scrap that", "correction", "make that", "start again", "no its", "no it is", "no it was", "no make it", "wait", "oops", "whoops", "my mistake", "i tell a lie", "tell a lie", "or rather", "sorry", "no",
    ];

    /// <summary>Something was taken back.</summary>
    public bool IsCorrected => Before.Length > 0;

    /// <summary>Parts a text at the last sign that somebody thinks again. "No" alone is one only between two things.</summary>
    public static Corrections Of(string text)
    {
        var line = Plain(text);
        var (at, end) = (-1, -1);
        foreach (var marker in Markers)
        {
            var found = line.LastIndexOf($" {marker} ", StringComparison.Ordinal);
            if (found >= 0 && (found + marker.Length + 1 > end || found + marker.Length + 1 == end && found < at))
            {
                (at, end) = (found, found + marker.Length + 1);
            }
        }

        if (at < 0)
        {
            return new Corrections("", text);
        }

        var before = text[..Math.Min(at, text.Length)].Trim();
        return new Corrections(before.Any(char.IsLetterOrDigit) ? before : "", text[Math.Min(text.Length, Math.Max(0, end - 1))..].Trim());
    }

    // One blank before the text, so that places in it are one further on; marks become blanks and apostrophes stay, so that lengths hold.
    private static string Plain(string text) => string.Create(text.Length + 2, text, static (span, source) =>
    {
        span.Fill(' ');
        for (var i = 0; i < source.Length; i++)
        {
            span[i + 1] = char.IsLetterOrDigit(source[i]) || source[i] is '\'' or '’' ? char.ToLowerInvariant(source[i]) : ' ';
        }
    });
}
