using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Topics;

/// <summary>"How much is it?", "is there one nearer?": short questions that mean what was talked about before.</summary>
internal static class FollowUp
{
    private const int Longest = 9;
    private const double Known = 0.6;
    private const double Leaning = 0.75;
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal) { "it", "that", "this", "one", "ones", "they", "them", "there", "those", "these" };

    /// <summary>What a message asks for besides its topic: nearer, at weekends, in the evening, for nothing, by phone.</summary>
    public static ServiceLeaning LeaningOf(string text)
    {
        var words = Tokens.Words(text);
        var leaning = ServiceLeaning.None;
        leaning |= words.Any(word => word is "nearer" or "nearest" or "closer" or "closest") ? ServiceLeaning.Nearest : 0;
        leaning |= words.Any(word => word is "weekend" or "weekends" or "saturday" or "saturdays" or "sunday" or "sundays") ? ServiceLeaning.Weekend : 0;
        leaning |= words.Any(word => word is "evening" or "evenings") ? ServiceLeaning.Evening : 0;
        leaning |= words.Any(word => word is "free") ? ServiceLeaning.Free : 0;
        return leaning | (words.Any(word => word is "ring" or "helpline") ? ServiceLeaning.ByPhone : 0);
    }

    /// <summary>The same guesses, with the earlier topic first when the question points back and says nothing of its own.</summary>
    public static TopicGuesses Lean(TopicGuesses guesses, KnowledgeQuestion question)
    {
        if (question.EarlierTopics.IsDefaultOrEmpty || guesses.Topics[0].Likelihood >= Known && guesses.Topics[0].Id != Topic.OutOfScope)
        {
            return guesses;
        }

        var words = Tokens.Words(question.Text);
        var pointsBack = words.Length <= Longest && (words.Any(Pointers.Contains) || words is ["and", ..] or ["what", "about", ..] or ["how", "about", ..] or ["how", "much", ..]);
        var earlier = question.EarlierTopics[0];
        return pointsBack ? guesses with { Topics = [(earlier, Leaning), .. guesses.Topics.Where(guess => guess.Id != earlier)] } : guesses;
    }
}
