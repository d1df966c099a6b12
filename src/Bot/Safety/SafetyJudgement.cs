using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Bot.Safety;

/// <summary>Weighs what the rules see against all the words of a message, as learnt from <c>content/safety/lessons</c>: rules are wide, and most of what sounds like danger is none.</summary>
internal sealed class SafetyJudgement
{
    /// <summary>The number of "no danger", after the kinds of danger.</summary>
    public const int Harmless = 5;

    /// <summary>The rule named when no rule saw it.</summary>
    public const string LearntRule = "learnt";

    /// <summary>How likely danger has to be when no rule saw it, when one did, and when what it saw was denied, over, or said of a film.</summary>
    private const float DangerFrom = 0.55f;
    private const float SeenDangerFrom = 0.25f;
    private const float CancelledDangerFrom = 0.55f;

    /// <summary>The same in a conversation under way, and while a danger that was named is open.</summary>
    private const float UnderWayDangerFrom = 0.8f;
    private const float UnderWaySeenDangerFrom = 0.5f;
    private const float OpenDangerFrom = 0.9f;

    /// <summary>From here on a gentle question is worth it: of a first message, of which little is known, and in a conversation under way.</summary>
    private const float DoubtFrom = 0.2f;
    private const float UnderWayDoubtFrom = 0.45f;

    /// <summary>Three to six words that no rule saw ("the two of us") say too little to be sure of.</summary>
    private const float ShortDangerFrom = 0.75f;
    private const int FewWords = 6;

    /// <summary>A sentence by itself lacks what the others say of it ("two years ago"), so it has to be plainer.</summary>
    private const float SentenceDangerFrom = 0.85f;

    /// <summary>A sentence is looked at by meaning when its words alone make it as likely as this.</summary>
    private const float WorthALook = 0.3f;
    private const int FewestWords = 3;
    private const float Certain = 0.95f;
    private const float AlsoFrom = 0.25f;
    private const int LongestUnit = 40;

    private const string Name = "safety";

    /// <summary>Raised when learning changes.</summary>
    private const string Layout = "safety 1";

    private readonly TextClassifier byWords;
    private volatile TextClassifier classifier;

    private SafetyJudgement(TextClassifier byWords, TextClassifier classifier)
    {
        this.byWords = byWords;
        this.classifier = classifier;
    }

    /// <summary>Learns from the words of texts whose kind is known; the rules look at them first.</summary>
    public static SafetyJudgement ByWords(IReadOnlyList<SafetyLesson> lessons, SafetyRules rules)
    {
        var learnt = TextClassifier.Learn(TextLessons.Of(Harmless + 1, Looked(lessons, rules)));
        return new SafetyJudgement(learnt, learnt);
    }

    /// <summary>Learns from the words and the meaning of texts whose kind is known. What was learnt from the same lessons and rules before is ready at once; otherwise words alone serve until the meanings are known.</summary>
    public static SafetyJudgement Learn(IReadOnlyList<SafetyLesson> lessons, SafetyRules rules, KnowledgeBase knowledge)
    {
        var key = LearntFiles.Key(Layout, lessons.Select(lesson => string.Create(CultureInfo.InvariantCulture, $"{lesson.Label} {lesson.Weight} {lesson.Text}")).Prepend(rules.Source));
        var meaning = knowledge.KnowMeaning(() => Looked(lessons, rules).Select(lesson => lesson.Text));
        return meaning is null ? ByWords(lessons, rules) : knowledge.Learnt.Read(Name, key, reader => Read(reader, meaning)) ?? LearnWithMeaning(lessons, rules, knowledge, key);
    }

    /// <summary>The dangers in a message, one of each kind: where several are likely, the most urgent first.</summary>
    public Screening Of(string text, ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings, ScreeningMoment moment = ScreeningMoment.First)
    {
        var found = new Dictionary<ConcernKind, Concern>();
        Concern? doubt = null;
        if (!tokens.IsEmpty)
        {
            doubt = Judge(found, text, tokens, ..tokens.Length, sightings, Needed(tokens, sightings, moment), moment == ScreeningMoment.First ? DoubtFrom : UnderWayDoubtFrom);

            // What is short is seen whole: a sentence out of it would only mislead.
            foreach (var sentence in found.Count == 0 && tokens.Length > LongestUnit ? Sentences(tokens) : [])
            {
                var here = sightings.Where(sighting => sighting.Match.Start >= sentence.Start.Value && sighting.Match.Start < sentence.End.Value).ToImmutableArray();
                if (IsWorthALook(tokens[sentence], here))
                {
                    Judge(found, text, tokens, sentence, here, SentenceDangerFrom, SentenceDangerFrom);
                }
            }
        }

        return new Screening([.. found.OrderBy(pair => pair.Key).Select(pair => pair.Value)], found.Count == 0 && moment != ScreeningMoment.ConcernOpen ? doubt : null);
    }

    /// <summary>By the words alone, whole and sentence by sentence: as soon as a look by meaning would be worth it.</summary>
    public bool MayBe(ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings) =>
        IsWorthALook(tokens, sightings) || (tokens.Length > LongestUnit && Sentences(tokens).Any(sentence => IsWorthALook(tokens[sentence], sightings)));

    private static SafetyJudgement Read(BinaryReader reader, Func<string, float[]> meaning)
    {
        var lessons = TextLessons.Read(Harmless + 1, reader);
        return new SafetyJudgement(TextClassifier.Read(lessons, reader, null), TextClassifier.Read(lessons, reader, meaning));
    }

    private static SafetyJudgement LearnWithMeaning(IReadOnlyList<SafetyLesson> lessons, SafetyRules rules, KnowledgeBase knowledge, string key)
    {
        var looked = Looked(lessons, rules);
        var known = TextLessons.Of(Harmless + 1, looked);
        var byWords = TextClassifier.Learn(known);
        var judgement = new SafetyJudgement(byWords, byWords);
        knowledge.LearnMeaning([.. looked.Select(lesson => lesson.Text).Distinct(StringComparer.Ordinal)], (learning, meaning) =>
        {
            var classifier = TextClassifier.Learn(known, learning, meaning);
            judgement.classifier = classifier;
            knowledge.Learnt.Keep(Name, key, writer =>
            {
                known.Write(writer);
                byWords.Write(writer);
                classifier.Write(writer);
            });
        });
        return judgement;
    }

    private static TextLesson[] Looked(IReadOnlyList<SafetyLesson> lessons, SafetyRules rules) =>
        [.. lessons.AsParallel().AsOrdered().Select(lesson =>
        {
            var tokens = SafetyTokens.Of(lesson.Text, rules);
            return new TextLesson(Spelled(tokens), Signals(Sightings.In(tokens, rules)), lesson.Label, lesson.Weight);
        })];

    // Adds the dangers that are likely enough, and gives what it may be where none is.
    private Concern? Judge(Dictionary<ConcernKind, Concern> found, string text, ImmutableArray<SafetyToken> tokens, Range unit, ImmutableArray<Sighting> sightings, float needed, float doubtful)
    {
        var certain = sightings.Where(sighting => sighting is { IsCancelled: false, Rule.IsCertain: true }).Select(sighting => (int)sighting.Rule.Kind).ToArray();
        if (certain.Length == 0 && tokens[unit].Length < FewestWords && sightings.All(sighting => sighting.IsCancelled))
        {
            // Whatever one or two words make likely is not enough without a rule that saw it: there is nothing to weigh ("yes", "skip").
            return null;
        }

        var likelihoods = classifier.Likelihoods(Spelled(tokens[unit]), Signals(sightings));
        foreach (var kind in certain)
        {
            likelihoods[kind] = Math.Max(likelihoods[kind], Certain);
        }

        var dangers = likelihoods.AsSpan(0, Harmless);
        if (certain.Length == 0 && Sum(dangers) < needed)
        {
            return Sum(dangers) < doubtful ? null : Of(dangers.IndexOf(Max(dangers)));
        }

        var likeliest = dangers.IndexOf(Max(dangers));
        for (var kind = 0; kind < Harmless; kind++)
        {
            if (kind == likeliest || dangers[kind] >= AlsoFrom)
            {
                found.TryAdd((ConcernKind)kind, Of(kind));
            }
        }

        return null;

        Concern Of(int kind) => sightings.FirstOrDefault(sighting => (int)sighting.Rule.Kind == kind)?.ToConcern(text, tokens)
            ?? new Concern((ConcernKind)kind, LearntRule, text[tokens[unit.Start].Start..tokens[unit.End.Value - 1].End]);
    }

    private static float Needed(ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings, ScreeningMoment moment) => Math.Max(Needed(tokens, sightings), moment switch
    {
        ScreeningMoment.First => 0,
        _ when sightings.Any(sighting => !sighting.IsCancelled) => UnderWaySeenDangerFrom,
        ScreeningMoment.ConcernOpen => OpenDangerFrom,
        _ => UnderWayDangerFrom,
    });

    private static float Needed(ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings) =>
        sightings.IsEmpty ? tokens.Length <= FewWords ? ShortDangerFrom : DangerFrom : sightings.Any(sighting => !sighting.IsCancelled) ? SeenDangerFrom : CancelledDangerFrom;

    // Most sentences say nothing of danger, and a look by meaning costs a hundred times one by words.
    private bool IsWorthALook(ImmutableArray<SafetyToken> tokens, ImmutableArray<Sighting> sightings) =>
        tokens.Length >= FewestWords
        && (sightings.Any(sighting => !sighting.IsCancelled) || Sum(byWords.Likelihoods(Spelled(tokens), Signals(sightings)).AsSpan(0, Harmless)) >= WorthALook);

    // Each sentence, and stretches of what is long: words around a danger must not drown it.
    private static IEnumerable<Range> Sentences(ImmutableArray<SafetyToken> tokens)
    {
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

    private static float Sum(ReadOnlySpan<float> values) => System.Numerics.Tensors.TensorPrimitives.Sum(values);

    private static float Max(ReadOnlySpan<float> values) => System.Numerics.Tensors.TensorPrimitives.Max(values);

    private static string Spelled(ImmutableArray<SafetyToken> tokens) => string.Join(' ', tokens.Select(token => token.Word));

    private static ImmutableArray<string> Signals(ImmutableArray<Sighting> sightings) =>
        [.. sightings.SelectMany(sighting => new[] { $"{sighting.IsCancelled} {sighting.Rule.Id}", $"{sighting.IsCancelled} {sighting.Rule.Kind}" }).Distinct(StringComparer.Ordinal)];
}
