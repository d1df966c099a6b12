using System.Collections.Immutable;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Bot.Safety;

/// <summary>Weighs what the rules see against all the words of a message, as learnt from <c>content/safety/lessons.yaml</c>: rules are wide, and most of what sounds like danger is none.</summary>
internal sealed class SafetyJudgement
{
    /// <summary>The number of "no danger", after the kinds of danger.</summary>
    public const int Harmless = 5;

    /// <summary>The rule named when no rule saw it.</summary>
    public const string LearntRule = "learnt";

    private const float DangerFrom = 0.45f;
    private const float SeenDangerFrom = 0.3f;
    private const float CancelledDangerFrom = 0.65f;

    /// <summary>A sentence out of a message lacks what the others say of it ("two years ago"), so it has to be plainer.</summary>
    private const float PartIsHarder = 1.7f;
    private const int FewestWords = 3;
    private const float Certain = 0.95f;
    private const float AlsoFrom = 0.25f;
    private const int LongestUnit = 40;

    private readonly ImmutableArray<TextLesson> lessons;
    private volatile TextClassifier classifier;

    private SafetyJudgement(ImmutableArray<TextLesson> lessons)
    {
        this.lessons = lessons;
        classifier = TextClassifier.Learn(Harmless + 1, lessons);
    }

    /// <summary>Learns from texts whose kind is known; the rules look at them first.</summary>
    public static SafetyJudgement Learn(IEnumerable<(string Text, int Label, float Weight)> lessons, SafetyRules rules)
    {
        var seen = lessons.Select(lesson =>
        {
            var tokens = SafetyTokens.Of(lesson.Text, rules);
            return new TextLesson(Spelled(tokens), Signals(Sightings.In(tokens, rules).All), lesson.Label, lesson.Weight);
        });
        return new SafetyJudgement([.. seen]);
    }

    /// <summary>Goes by meaning as well as by words as soon as the meanings of the lessons are known; until then by words alone.</summary>
    public void Deepen(KnowledgeBase knowledge) =>
        knowledge.LearnMeaning([.. lessons.Select(lesson => lesson.Text).Distinct()], (learning, meaning) => classifier = TextClassifier.Learn(Harmless + 1, lessons, learning, meaning));

    /// <summary>The dangers in a message, likeliest first, one of each kind.</summary>
    public ImmutableArray<Concern> Of(string text, ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings, bool hasFrame)
    {
        var found = new Dictionary<ConcernKind, (float Likelihood, Concern Concern)>();
        foreach (var unit in Units(tokens))
        {
            var here = sightings.Where(sighting => sighting.Match.Start >= unit.Start.Value && sighting.Match.Start < unit.End.Value).ToImmutableArray();
            foreach (var (kind, likelihood) in Judge(tokens[unit], here, hasFrame && tokens.Length <= LongestUnit && unit.GetOffsetAndLength(tokens.Length).Length < tokens.Length))
            {
                if (!found.TryGetValue(kind, out var before) || before.Likelihood < likelihood)
                {
                    found[kind] = (likelihood, here.FirstOrDefault(sighting => sighting.Rule.Kind == kind)?.ToConcern(text, tokens) ?? new Concern(kind, LearntRule, text[tokens[unit.Start].Start..tokens[unit.End.Value - 1].End]));
                }
            }
        }

        return [.. found.OrderByDescending(pair => pair.Value.Likelihood).Select(pair => pair.Value.Concern)];
    }

    private IEnumerable<(ConcernKind Kind, float Likelihood)> Judge(ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings, bool isPart)
    {
        var likelihoods = classifier.Likelihoods(Spelled(tokens), Signals(sightings));
        var certain = sightings.Where(sighting => sighting is { IsCancelled: false, Rule.IsCertain: true }).Select(sighting => sighting.Rule.Kind).ToArray();
        foreach (var kind in certain)
        {
            likelihoods[(int)kind] = Math.Max(likelihoods[(int)kind], Certain);
        }

        var isSeen = sightings.Any(sighting => !sighting.IsCancelled);
        var needed = (isSeen ? SeenDangerFrom : sightings.IsEmpty ? DangerFrom : CancelledDangerFrom) * (isPart ? PartIsHarder : 1f);
        if (certain.Length == 0 && ((!isSeen && tokens.Length < FewestWords) || likelihoods.AsSpan(0, Harmless).ToArray().Sum() < needed))
        {
            return [];
        }

        var likeliest = likelihoods.AsSpan(0, Harmless).ToArray().Max();
        return Enumerable.Range(0, Harmless).Where(kind => likelihoods[kind] == likeliest || likelihoods[kind] >= AlsoFrom).Select(kind => ((ConcernKind)kind, likelihoods[kind]));
    }

    // The whole of a short message, each of its sentences, and stretches of what is long: words around a danger must not drown it.
    private static IEnumerable<Range> Units(ImmutableArray<SafetyToken> tokens)
    {
        if (tokens.IsEmpty)
        {
            yield break;
        }

        if (tokens.Length <= LongestUnit)
        {
            yield return ..tokens.Length;
        }

        if (tokens[^1].Sentence == tokens[0].Sentence && tokens.Length <= LongestUnit)
        {
            yield break;
        }

        for (var start = 0; start < tokens.Length;)
        {
            var end = start;
            while (end < tokens.Length && tokens[end].Sentence == tokens[start].Sentence)
            {
                end++;
            }

            for (var from = start; from == start || from + (LongestUnit / 2) < end; from += LongestUnit / 2)
            {
                yield return from..Math.Min(end, from + LongestUnit);
            }

            start = end;
        }
    }

    private static string Spelled(ImmutableArray<SafetyToken> tokens) => string.Join(' ', tokens.Select(token => token.Word));

    private static ImmutableArray<string> Signals(ImmutableArray<Sighting> sightings) =>
        [.. sightings.SelectMany(sighting => new[] { $"{sighting.IsCancelled} {sighting.Rule.Id}", $"{sighting.IsCancelled} {sighting.Rule.Kind}" }).Distinct(StringComparer.Ordinal)];
}
