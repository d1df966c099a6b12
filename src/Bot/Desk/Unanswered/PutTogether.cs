using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>Puts questions together that ask for the same: by the words that carry meaning, greedily, the newest first. The same questions always give the same clusters.</summary>
internal static class PutTogether
{
    private const double AlikeFrom = 0.5;
    private const int ShortestIdBytes = 8;
    private static readonly FrozenSet<string> Little = (
        "a an the and or but of to in on at for with from by as is are was were be been am do does did have has had can could will would should may might must i you he she it we they me him her us them my your his its our their "
        + "this that these those there here what which who whom where when why how if so not no yes please thanks thank hello hi hey need want like get got know tell about any some someone somebody anyone anybody just really im ive id dont cant name number street postcode address help").Split(' ').ToFrozenSet();

    /// <summary>The clusters, the most asked first, and of equals the one asked last.</summary>
    public static ImmutableArray<QuestionCluster> Of(IEnumerable<AskedQuestion> questions)
    {
        var groups = new List<(FrozenSet<string> Stems, List<AskedQuestion> Questions)>();
        foreach (var question in questions.OrderBy(question => question.At).ThenBy(question => question.Words, StringComparer.Ordinal))
        {
            var stems = Stems(question.Words);
            var near = groups.Select((group, at) => (At: at, Alike: Alike(group.Stems, stems))).OrderByDescending(found => found.Alike).FirstOrDefault();
            if (groups.Count > 0 && near.Alike >= AlikeFrom)
            {
                groups[near.At].Questions.Add(question);
            }
            else
            {
                groups.Add((stems, [question]));
            }
        }

        return
        [
            .. groups.Select(group => new QuestionCluster(Id(group.Stems), [.. group.Questions.OrderByDescending(question => question.At)]))
                .OrderByDescending(cluster => cluster.Questions.Length).ThenByDescending(cluster => cluster.Questions[0].At),
        ];
    }

    /// <summary>Made from the words alone: order and small words don't matter.</summary>
    public static string Id(string words) => Id(Stems(words));

    private static string Id(FrozenSet<string> stems) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', stems.Order(StringComparer.Ordinal)))).AsSpan(0, ShortestIdBytes));

    private static double Alike(FrozenSet<string> one, FrozenSet<string> other)
    {
        var shared = one.Count(other.Contains);
        var all = one.Count + other.Count - shared;
        return all == 0 ? 1 : (double)shared / all;
    }

    private static FrozenSet<string> Stems(string words) => Reading.Words.All(words).Where(word => !Little.Contains(word)).Select(Stem).ToFrozenSet(StringComparer.Ordinal);

    // Plurals and the commonest endings: enough to see that "ramps" and "ramp" are the same.
    private static string Stem(string word) => word switch
    {
        { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word[^1] == 's' && word[^2] != 's' => word[..^1],
        _ => word,
    };
}
