using System.Collections.Immutable;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Finds the topics of a service that came with other people's words: by its taxonomy terms first, then by its name, then by what is written about it.</summary>
internal sealed class TopicTerms
{
    private const int MostTopics = 3;

    /// <summary>A description mentions much in passing: one word of it alone says nothing.</summary>
    private const int SureWords = 2;
    private readonly ILookup<string, (string[] Words, string Topic)> byFirstWord;

    public TopicTerms(IEnumerable<(string Words, string Topic)> terms) =>
        byFirstWord = terms.Select(term => (Words: Split(term.Words), term.Topic)).Where(term => term.Words.Length > 0).OrderByDescending(term => term.Words.Length).ToLookup(term => term.Words[0], StringComparer.Ordinal);

    /// <summary>Knows no words: no service gets a topic that it doesn't name.</summary>
    public static TopicTerms None { get; } = new([]);

    /// <summary>The topics that words are known of.</summary>
    public IEnumerable<string> Topics => byFirstWord.SelectMany(terms => terms).Select(term => term.Topic).Distinct(StringComparer.Ordinal);

    /// <summary>At most three topics, the one of the longest words first; empty when no words are known.</summary>
    public ImmutableArray<string> Of(IEnumerable<string> terms, string name, string description)
    {
        var found = terms.SelectMany(Find).ToArray();
        found = found.Length > 0 ? found : [.. Find(name)];
        found = found.Length > 0 ? found : [.. Find(description).Where(hit => hit.Length >= SureWords)];
        return [.. found.OrderByDescending(hit => hit.Length).Select(hit => hit.Topic).Distinct().Take(MostTopics)];
    }

    private IEnumerable<(string Topic, int Length)> Find(string text)
    {
        var words = Split(text);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (term, topic) in byFirstWord[words[at]])
            {
                if (words.AsSpan(at).StartsWith(term))
                {
                    yield return (topic, term.Length);
                }
            }
        }
    }

    // "Lunch Clubs" and "lunch club" are the same.
    private static string[] Split(string text) => [.. Tokens.Words(text).Select(Tokens.Stem)];
}
