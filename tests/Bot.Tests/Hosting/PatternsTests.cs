using System.Reflection;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Tests.Hosting;

/// <summary>Every pattern of the program, on words made to keep it busy.</summary>
public sealed class PatternsTests
{
    private const int Length = 4_000;

    // Far more than any needs on a busy machine, and far less than one that goes over the same again and again.
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);
    private static readonly string[] Pieces = ["a", "1", " ", "a ", "1 ", "-", "'", "a'", "a.", ".", ",", "/", "(", "<a", "&", "@", "a@", "07", "0 ", "£", "#4", "[", "\n", "\t", "é", "TL-", "a-", "1-", "&#", "the "];

    [Fact]
    public void No_pattern_of_ours_is_kept_busy_by_words_made_for_it()
    {
        var patterns = Patterns();
        var texts = Pieces.SelectMany(piece => new[] { "", "!" }.Select(end => string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + end)).ToArray();

        Assert.True(patterns.Length > 20, $"Only {patterns.Length} patterns were found.");
        Parallel.ForEach(patterns, pattern =>
        {
            var bounded = new Regex(pattern.Regex.ToString(), pattern.Regex.Options & ~RegexOptions.Compiled, TooLong);
            foreach (var text in texts)
            {
                try
                {
                    _ = bounded.Count(text);
                }
                catch (RegexMatchTimeoutException)
                {
                    Assert.Fail($"{pattern.Name} takes too long on '{text[..8]}…'.");
                }
            }
        });
    }

    private static (string Name, Regex Regex)[] Patterns() =>
    [
        .. new[] { typeof(TurnRunner).Assembly, typeof(KnowledgeBase).Assembly, typeof(CouncilCases).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(method => ($"{method.DeclaringType!.Name}.{method.Name}", (Regex)method.Invoke(null, null)!)),
    ];
}
