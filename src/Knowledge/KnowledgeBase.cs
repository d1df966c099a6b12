using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Indexing;
using TransformingLives.Knowledge.Meaning;
using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.ServiceDirectory.Serving;
using TransformingLives.Knowledge.Spelling;
using TransformingLives.Knowledge.Topics;
using FollowUps = TransformingLives.Knowledge.Topics.FollowUp;

namespace TransformingLives.Knowledge;

/// <summary>The door of this module: finds guides, services and places, and says where each is from.</summary>
public sealed class KnowledgeBase : IDisposable
{
    private const string LearntFolder = "learnt";
    private const double SureItIsNotOurs = 0.4;
    private const int TopicsSaid = 5;
    private const int ServicesSaid = 3;
    private const int FollowUpsLookedAt = 30;

    private readonly KnowledgeContent content;
    private readonly KnowledgeIndex index;
    private readonly PlaceFinder places;
    private readonly GuideFinder guides;
    private readonly ServiceFinder services;
    private readonly VectorFile vectors;
    private readonly SentenceMeaning? general;
    private readonly SentenceMeaning? care;
    private volatile Lazy<TopicGuesser>? topics;

    private KnowledgeBase(KnowledgeContent content, KnowledgeIndex index, KnowledgeOptions options, ImmutableArray<KnowledgeProblem> problems)
    {
        this.content = content;
        this.index = index;
        var shipped = Path.Combine(options.ContentPath, LearntFolder);
        Learnt = new LearntFiles(shipped, options.IndexPath);
        vectors = VectorFile.Open(shipped, options.IndexPath);
        general = Load(SentenceModel.General);
        care = Load(SentenceModel.Care) ?? general;
        places = new PlaceFinder(content.Places);
        guides = new GuideFinder(content);
        var words = new WordSearch(index, new Vocabulary(index.Vocabulary));
        services = new ServiceFinder(content.Services, words);
        Problems = problems;
        Catalogue = new DirectoryCatalogue(content.Directory, text => words.Find(text, content.Services.Length).Select(hit => hit.Id));
    }

    /// <summary>The whole directory, for other systems.</summary>
    public DirectoryCatalogue Catalogue { get; }

    /// <summary>What was learnt before, and what is learnt now.</summary>
    public LearntFiles Learnt { get; }

    /// <summary>Ends when texts are told apart by meaning as well as by words; before that, by words alone.</summary>
    public Task Ready => Task.WhenAll(general?.Ready ?? Task.CompletedTask, care?.Ready ?? Task.CompletedTask);

    /// <summary>What was wrong in the content; a bad record is named here and left out.</summary>
    public ImmutableArray<KnowledgeProblem> Problems { get; }

    /// <summary>How many guides and services there are to answer from.</summary>
    public (int Guides, int Services) Counts => (content.Guides.Length, content.Services.Length);

    /// <summary>What people ask, topic by topic, in the words of the authors.</summary>
    public IEnumerable<ExampleQuestion> ExampleQuestions => content.Topics.SelectMany(topic => topic.Asks.Concat(topic.Others.SelectMany(other => other.Asks)).Select(ask => new ExampleQuestion(topic.Id, ask)));

    /// <summary>Loads guides, services and places and builds the index where it is missing or stale.</summary>
    public static Task<KnowledgeBase> OpenAsync(KnowledgeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(
            () =>
            {
                var (content, problems) = KnowledgeContent.Load(options);
                cancellationToken.ThrowIfCancellationRequested();
                var index = KnowledgeIndex.Open(options.IndexPath, content.State, new CareAnalyzer(content.Synonyms.Map()), content.Services);
                var knowledge = new KnowledgeBase(content, index, options, problems);
                knowledge.LearnTopics();
                knowledge.LearnCollections();
                return knowledge;
            },
            cancellationToken);
    }

    /// <summary>Gives the vectors of texts to whoever learns from them, when they are made: for texts that are new that takes a hundredth of a second each. <see cref="Ready"/> waits for it. Does nothing where the sentence model is not installed.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="learn">Takes what gives the vectors of these texts, and what gives the vector of any text.</param>
    public void LearnMeaning(IReadOnlyCollection<string> texts, Action<Func<string, float[]>, Func<string, float[]>> learn)
    {
        ArgumentNullException.ThrowIfNull(learn);
        if (care is { } meaning)
        {
            meaning.Learn(texts, () => learn(meaning.OfLesson, meaning.Of));
        }
    }

    /// <summary>Takes over that these texts were learnt from before, and gives the vector of any text; null where the sentence model is not installed.</summary>
    public Func<string, float[]>? KnowMeaning(Func<IEnumerable<string>> texts)
    {
        care?.Know(texts);
        return care is null ? null : care.Of;
    }

    /// <summary>Writes all that was learnt into the content that ships: the next start has it at once.</summary>
    public void Ship(string contentPath)
    {
        SentenceMeaning[] all = [.. new[] { general, care }.OfType<SentenceMeaning>().Distinct()];
        foreach (var meaning in all)
        {
            meaning.Complete();
        }

        vectors.Write(Path.Combine(contentPath, LearntFolder), all.SelectMany(meaning => meaning.LearntFrom));
        Learnt.Ship();
    }

    /// <summary>The answer to a question, made only of what was found.</summary>
    public KnowledgeAnswer Ask(KnowledgeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var place = FindPlace(question.Text);
        var guesses = Guess(question);
        if (guesses.Topics.IsEmpty)
        {
            return new KnowledgeAnswer { Place = place };
        }

        // Sending somebody who needs care away costs more than answering a joke: "not ours" takes more than a guess.
        var isOther = guesses.Topics[0].Id == Topic.OutOfScope && guesses.Topics[0].Likelihood >= SureItIsNotOurs;
        var (first, confidence) = isOther ? guesses.Topics[0] : guesses.Topics.First(guess => guess.Id != Topic.OutOfScope);
        confidence = guesses.Confidence(confidence);
        var inScope = guesses.Topics.Where(guess => guess.Id != Topic.OutOfScope).Take(TopicsSaid).Select(guess => new TopicGuess(guess.Id, TitleOf(guess.Id), guess.Likelihood)).ToImmutableArray();
        if (isOther)
        {
            return new KnowledgeAnswer { Topics = inScope, IsOutOfScope = true, Confidence = confidence, Place = place, WhoDoesThat = guesses.Who };
        }

        return new KnowledgeAnswer
        {
            Topics = inScope,
            Confidence = confidence,
            Passage = guides.Best(first, question.Text) is { } guide ? Cards.Passage(guide, Today(question.Now)) : null,
            Services = Services(Wish(question, first, place), ServicesSaid),
            Place = place,
        };
    }

    /// <summary>Services for a question that only points back at what was talked of: nearer, at weekends, in another place. Null for any other question.</summary>
    public FollowUpAnswer? FollowUp(KnowledgeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var place = FindPlace(question.Text);
        if (question.EarlierTopics.IsDefaultOrEmpty || FollowUps.KindOf(question.Text, place) is not { } kind)
        {
            return null;
        }

        var wish = Wish(question, question.EarlierTopics[0], place) with { Text = "", Thing = "" };
        var found = services.Find(wish, FollowUpsLookedAt, null);
        ImmutableArray<FoundService> fitting = [.. found.Where(one => FollowUps.Suits(one.Service, kind))];
        fitting = kind == FollowUpKind.Nearest ? [.. fitting.OrderBy(one => one.Miles)] : fitting;
        return new FollowUpAnswer(kind, question.EarlierTopics[0], wish.Near, Shown(fitting, wish, ServicesSaid), fitting.IsEmpty ? Shown(found, wish, ServicesSaid) : []);
    }

    /// <summary>Why a question is answered as it is: topics, guides and services with all that spoke for them.</summary>
    public KnowledgeExplanation Explain(KnowledgeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var guesses = Guess(question);
        var first = guesses.Topics.FirstOrDefault(guess => guess.Id != Topic.OutOfScope).Id;
        var place = FindPlace(question.Text);
        return new KnowledgeExplanation(
            place,
            [.. guesses.Topics.Take(TopicsSaid).Select(guess => new TopicGuess(guess.Id, TitleOf(guess.Id), guess.Likelihood))],
            guides.Explain(question.Text, TopicsSaid),
            first is null ? [] : [.. services.Find(Wish(question, first, place), TopicsSaid, VectorOf(question.Text)).Select(found => WhyThisService.Of(found))]);
    }

    /// <summary>The place named in a message, also misspelt; null when none is.</summary>
    public Place? FindPlace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return places.Find(text);
    }

    /// <summary>Services for a topic near a place, best first.</summary>
    /// <param name="except">Topics whose services are left out.</param>
    /// <param name="text">What was said: services whose words fit it come first.</param>
    public ImmutableArray<ServiceHit> ServicesFor(string topicId, Place? near, DateTimeOffset now, int count, ImmutableArray<string> except, string text = "") =>
        Services(new ServiceWish { Text = text, Thing = FollowUps.Without(text, FindPlace(text)), Topic = topicId, Near = near, LocalNow = now.LocalDateTime, Except = except }, count);

    /// <summary>The guide of a topic; null when there is none.</summary>
    public Passage? GuideFor(string topicId, DateTimeOffset now) =>
        guides.Main(topicId) is { } guide ? Cards.Passage(guide, Today(now)) : null;

    /// <summary>The title of a topic; its id when it isn't known.</summary>
    public string TitleOf(string topicId) => content.Topics.FirstOrDefault(topic => topic.Id == topicId)?.Title ?? topicId;

    /// <inheritdoc />
    public void Dispose()
    {
        // What is learnt with one model may look at the other: both stop before either is let go.
        general?.Stop();
        care?.Stop();
        care?.Dispose();
        if (general != care)
        {
            general?.Dispose();
        }

        index.Dispose();
    }

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.Date);

    private SentenceMeaning? Load(string name) => SentenceModel.TryLoad(name) is { } model ? new SentenceMeaning(model, vectors) : null;

    private TopicGuesses Guess(KnowledgeQuestion question)
    {
        var guesses = topics?.Value.Guess(content.Synonyms.Read(question.Text)) ?? new TopicGuesses([], null);
        guesses = guesses with { Topics = guesses.Topics.RemoveAll(guess => question.Except.Contains(guess.Id)) };
        return guesses.Topics.IsEmpty ? guesses : FollowUps.Lean(guesses, question, FindPlace(question.Text));
    }

    private static ServiceWish Wish(KnowledgeQuestion question, string topic, Place? place) => new()
    {
        Text = question.Text,
        Topic = topic,
        Near = place ?? question.Near,
        LocalNow = question.Now.DateTime,
        Except = question.Except,
        Thing = FollowUps.Without(question.Text, place),
        Leaning = FollowUps.LeaningOf(question.Text),
    };

    private ImmutableArray<ServiceHit> Services(ServiceWish wish, int count) =>
        Shown(services.Find(wish, count, VectorOf(wish.Text)), wish, count);

    private static ImmutableArray<ServiceHit> Shown(ImmutableArray<FoundService> services, ServiceWish wish, int count) =>
        [.. services.Take(count).Select(found => Cards.Service(found.Service, found.Miles, wish.Near, DateOnly.FromDateTime(wish.LocalNow)))];

    private Func<float[]>? VectorOf(string text) => general is { } meaning ? () => meaning.Of(text) : null;

    // What has been learnt from this content before is ready at once. The first time takes some seconds, in the background; who asks before it is done waits.
    // Only where there are new texts, whose vectors take a hundredth of a second each, do words alone serve until then.
    private void LearnTopics()
    {
        var (subjects, examples) = TopicLessons.From(content.Topics, content.Guides, content.Synonyms.Read);
        if (examples.IsEmpty)
        {
            return;
        }

        if (care is not { } meaning)
        {
            topics = Ready(TopicGuesser.Train(subjects, examples, null, null));
            return;
        }

        const string name = "topics";
        var key = TopicGuesser.Key(subjects, examples);
        string[] texts = [.. examples.Select(example => example.Text)];
        if (Learnt.Read(name, key, reader => TopicGuesser.Read(subjects, meaning.Of, reader)) is { } before)
        {
            topics = Ready(before);
            meaning.Know(() => texts);
            return;
        }

        var byMeaning = new Lazy<TopicGuesser>(() =>
        {
            var learnt = TopicGuesser.Train(subjects, examples, meaning.OfLesson, meaning.Of);
            Learnt.Keep(name, key, learnt.Write);
            return learnt;
        });
        topics = meaning.Knows(texts) ? byMeaning : Ready(TopicGuesser.Train(subjects, examples, null, null));
        meaning.Learn(texts, () =>
        {
            _ = byMeaning.Value;
            topics = byMeaning;
        });

        static Lazy<TopicGuesser> Ready(TopicGuesser guesser) => new(guesser);
    }

    // Guides and services are found by meaning as soon as theirs is known.
    private void LearnCollections()
    {
        if (general is not { } meaning)
        {
            return;
        }

        meaning.Learn([.. guides.Texts], () => guides.Deepen(meaning.OfLesson, meaning.Of));
        var texts = content.Services.Select(ServiceFinder.TextOf).ToArray();
        meaning.Learn(texts, () => services.Meanings = new MeaningIndex([.. texts.Select(meaning.OfLesson)]));
    }
}
