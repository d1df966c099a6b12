using System.Collections.Frozen;
using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Topics;

/// <summary>"How much is it?", "is there one nearer?": short questions that mean what was talked about before.</summary>
internal static class FollowUp
{
    private const int Longest = 9;

    /// <summary>"Ely", "in Ely", "im in Ely", "I live in Ely": where somebody is, and nothing else.</summary>
    private const int OnlyAPlace = 3;

    private const double Known = 0.6;
    private const double Leaning = 0.75;
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal) { "it", "that", "this", "one", "ones", "they", "them", "there", "those", "these" };

    /// <summary>Words that name no subject: with nothing else, a question can only be about what was talked of.</summary>
    private static readonly FrozenSet<string> Empty = ("it that this one ones they them there those these theres is are was do does did can could will would has have i we you my our your us me a an the and or but what whats how hows about where wheres when which "
        + "any anything some something another other others else nearer nearest closer closest nearby local weekend weekends saturday saturdays sunday sundays evening evenings open free for to of in on at from with by go please thanks ok okay so then too also as well instead just only be got know more isnt arent im live lives living were near").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> People = "mother father mum dad wife husband partner son daughter brother sister grandmother grandfather aunt uncle friend neighbour parents him her somebody someone".Split(' ').ToFrozenSet(StringComparer.Ordinal);

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

    /// <summary>What a question asks besides, when it says nothing else: null when it has a subject of its own.</summary>
    /// <param name="place">The place named in it.</param>
    public static FollowUpKind? KindOf(string text, Place? place)
    {
        var words = Tokens.Words(Without(text, place));
        var leaning = LeaningOf(text);
        var isForSomebody = words.Any(People.Contains) && (words is ["and", ..] or ["what", "about", ..] or ["how", "about", ..] or ["for", ..]);
        if (words.Length > Longest || !words.All(word => Empty.Contains(word) || People.Contains(word)))
        {
            return null;
        }

        return leaning.HasFlag(ServiceLeaning.Nearest) ? FollowUpKind.Nearest
            : leaning.HasFlag(ServiceLeaning.Weekend) ? FollowUpKind.Weekend
            : leaning.HasFlag(ServiceLeaning.Evening) ? FollowUpKind.Evening
            : leaning.HasFlag(ServiceLeaning.Free) ? FollowUpKind.Free
            : place is not null && (PointsBack(words) || words.Length <= OnlyAPlace) ? FollowUpKind.Elsewhere
            : isForSomebody ? FollowUpKind.ForSomebody : null;
    }

    /// <summary>Whether a service is what was asked for besides.</summary>
    public static bool Suits(Service service, FollowUpKind kind) => kind switch
    {
        FollowUpKind.Weekend => RankServices.SuitsHours(service, ServiceLeaning.Weekend) || IsAlways(service),
        FollowUpKind.Evening => RankServices.SuitsHours(service, ServiceLeaning.Evening) || IsAlways(service),
        FollowUpKind.Free => service.Cost.Contains("free", StringComparison.OrdinalIgnoreCase),
        FollowUpKind.Nearest => !service.Sites.IsEmpty,
        _ => true,
    };

    /// <summary>The same guesses, with the earlier topic first when the question points back and says nothing of its own.</summary>
    /// <param name="place">The place named in the question.</param>
    public static TopicGuesses Lean(TopicGuesses guesses, KnowledgeQuestion question, Place? place = null)
    {
        if (question.EarlierTopics.IsDefaultOrEmpty)
        {
            return guesses;
        }

        var words = Tokens.Words(Without(question.Text, place));
        var hasSubject = guesses.Topics[0].Likelihood >= Known && guesses.Topics[0].Id != Topic.OutOfScope;
        if (KindOf(question.Text, place) is null && (hasSubject || !PointsBack(words)))
        {
            return guesses;
        }

        var earlier = question.EarlierTopics[0];
        return guesses with { Topics = [(earlier, Leaning), .. guesses.Topics.Where(guess => guess.Id != earlier)] };
    }

    /// <summary>A message without the place that was read in it.</summary>
    public static string Without(string text, Place? place) => place is null ? text : text.Replace(place.Matched, " ", StringComparison.OrdinalIgnoreCase);

    private static bool PointsBack(string[] words) =>
        words.Length <= Longest && (words.Any(Pointers.Contains) || words is ["and", ..] or ["what", "about", ..] or ["how", "about", ..] or ["how", "much", ..]);

    private static bool IsAlways(Service service) =>
        service.When.Contains("every day", StringComparison.OrdinalIgnoreCase) || service.When.Contains("24 hours", StringComparison.OrdinalIgnoreCase) || service.When.Contains("any time", StringComparison.OrdinalIgnoreCase);
}
