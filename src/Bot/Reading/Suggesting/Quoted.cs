using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Suggesting;

/// <summary>Are these words a whole part of the message? "She is not well" must not be quoted as "well".</summary>
internal static class Quoted
{
    private static readonly ImmutableArray<string> Joins = ["and", "but", "because", "so"];

    /// <summary>The words as they stand in the message, when they are whole clauses of it; null otherwise.</summary>
    public static string? In(string message, string quote)
    {
        var words = quote.Trim();
        for (var at = words.Length < 2 ? -1 : message.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = message.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var (before, after) = (message[..at].TrimEnd(), message[(at + words.Length)..].TrimStart());
            if (Ends(before) && Begins(after, words))
            {
                return message.Substring(at, words.Length);
            }
        }

        return null;
    }

    private static bool Ends(string before) =>
        before.Length == 0 || before[^1] is '.' or ',' or ';' or '!' or '?' or ':' or '\n' || Joins.Any(join => before.EndsWith($" {join}", StringComparison.OrdinalIgnoreCase));

    private static bool Begins(string after, string words) =>
        after.Length == 0 || words[^1] is '.' or '!' or '?' || after[0] is '.' or ',' or ';' or '!' or '?' or ':' or '\n' || Joins.Any(join => after.StartsWith($"{join} ", StringComparison.OrdinalIgnoreCase));
}
