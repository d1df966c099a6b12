using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.Indexing;
using TransformingLives.Knowledge.Meaning;
using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.ServiceDirectory.Serving;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Knowledge;

/// <summary>The door of this module: finds guides, services and places, and says where each is from.</summary>
public sealed class KnowledgeBase : IDisposable
{
    private const string Learnt = "learnt";
    private const double SureItIsNotOurs = 0.4;
    private const int TopicsSaid = 5;
    private const int ServicesSaid = 3;
    private const int GuidesConsidered = 50;
    private const int ServicesConsidered = 100;

    private readonly KnowledgeContent content;
    private readonly KnowledgeIndex index;
    private readonly WordSearch words;
    private readonly PlaceFinder places;
    private readonly SentenceModel? meaning;
    private readonly VectorFile? vectors;
    private readonly CancellationTokenSource closing = new();
    private ImmutableArray<string> learntFrom = [];
    private volatile TopicGuesser? topics;

    private KnowledgeBase(KnowledgeContent content, KnowledgeIndex index, KnowledgeOptions options, ImmutableArray<KnowledgeProblem> problems)
    {
        meaning = SentenceModel.TryLoad(SentenceModel.General);
        vectors = meaning is null ? null : VectorFile.Open(meaning, Path.Combine(options.ContentPath, Learnt), options.IndexPath);
        this.content = content;
        this.index = index;
        words = new WordSearch(index);
        places = new PlaceFinder(content.Places);
        Problems = problems;
        Catalogue = new DirectoryCatalogue(content.Directory, text => words.Find(text, IndexFields.ServiceKind, content.Services.Length).Select(hit => hit.Id));
    }

    /// <summary>The whole directory, for other systems.</summary>
    public DirectoryCatalogue Catalogue { get; }

    /// <summary>Ends when topics are told apart by meaning as well as by words; before that, by words alone.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    /// <summary>What was wrong in the content; a bad record is named here and left out.</summary>
    public ImmutableArray<KnowledgeProblem> Problems { get; }

    /// <summary>How many guides and services there are to answer from.</summary>
    public (int Guides, int Services) Counts => (content.Guides.Length, content.Services.Length);

    /// <summary>What people ask, topic by topic, in the words of the authors.</summary>
    public IEnumerable<ExampleQuestion> ExampleQuestions => content.Topics.SelectMany(topic => topic.Asks.Concat(topic.Others.SelectMany(other => other.Asks)).Select(ask => new ExampleQuestion(topic.Id, ask)));

    /// <summary>Gives the vectors of texts to whoever learns from them, when they are made: for texts that are new that takes a hundredth of a second each. <see cref="Ready"/> waits for it. Does nothing where the sentence model is not installed.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="learn">Takes what gives the vectors of these texts, and what gives the vector of any text.</param>
    public void LearnMeaning(IReadOnlyCollection<string> texts, Action<Func<string, float[]>, Func<string, float[]>> learn)
    {
        ArgumentNullException.ThrowIfNull(learn);
        if (meaning is not { } model || vectors is not { } known)
        {
            return;
        }

        learntFrom = learntFrom.AddRange(texts);
        Ready = AfterAsync(Ready, () =>
        {
            known.Complete(texts, closing.Token);
            learn(known.Of, model.Embed);
        });
    }

    /// <summary>Writes the vectors of all that is learnt from into a folder, for a content that ships: the next start has them at once.</summary>
    public void WriteVectors(string contentPath)
    {
        vectors?.Complete(learntFrom, closing.Token);
        vectors?.Write(Path.Combine(contentPath, Learnt), learntFrom);
    }

    /// <summary>Loads guides, services and places and builds the index where it is missing or stale.</summary>
    public static Task<KnowledgeBase> OpenAsync(KnowledgeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(
            () =>
            {
                var (content, problems) = KnowledgeContent.Load(options);
                cancellationToken.ThrowIfCancellationRequested();
                var index = KnowledgeIndex.Open(options.IndexPath, content.State, new CareAnalyzer(content.Synonyms), content.Guides, content.Services);
                var knowledge = new KnowledgeBase(content, index, options, problems);
                knowledge.LearnTopics(options.IndexPath);
                return knowledge;
            },
            cancellationToken);
    }

    /// <summary>The answer to a question, made only of what was found.</summary>
    public KnowledgeAnswer Ask(KnowledgeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var place = FindPlace(question.Text);
        var guesses = topics?.Guess(question.Text) ?? new TopicGuesses([], null);
        guesses = guesses with { Topics = guesses.Topics.RemoveAll(guess => question.Except.Contains(guess.Id)) };
        if (guesses.Topics.IsEmpty)
        {
            return new KnowledgeAnswer { Place = place };
        }

        guesses = FollowUp.Lean(guesses, question);

        // Sending somebody who needs care away costs more than answering a joke: "not ours" takes more than a guess.
        var isOther = guesses.Topics[0].Id == Topic.OutOfScope && guesses.Topics[0].Likelihood >= SureItIsNotOurs;
        var (first, confidence) = isOther ? guesses.Topics[0] : guesses.Topics.First(guess => guess.Id != Topic.OutOfScope);
        var inScope = guesses.Topics.Where(guess => guess.Id != Topic.OutOfScope).Take(TopicsSaid).Select(guess => new TopicGuess(guess.Id, TitleOf(guess.Id), guess.Likelihood)).ToImmutableArray();
        if (isOther)
        {
            return new KnowledgeAnswer { Topics = inScope, IsOutOfScope = true, Confidence = confidence, Place = place, WhoDoesThat = guesses.Who };
        }

        return new KnowledgeAnswer
        {
            Topics = inScope,
            Confidence = confidence,
            Passage = BestGuide(first, question),
            Services = Services(first, question.Text, place ?? question.Near, question.Now, ServicesSaid, question.Except),
            Place = place,
        };
    }

    /// <summary>The place named in a message, also misspelt; null when none is.</summary>
    public Place? FindPlace(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return places.Find(text);
    }

    /// <summary>Services for a topic near a place, best first.</summary>
    /// <param name="except">Topics whose services are left out.</param>
    public ImmutableArray<ServiceHit> ServicesFor(string topicId, Place? near, DateTimeOffset now, int count, ImmutableArray<string> except) => Services(topicId, "", near, now, count, except);

    /// <summary>The guide of a topic; null when there is none.</summary>
    public Passage? GuideFor(string topicId, DateTimeOffset now) =>
        MainGuide(topicId) is { } guide ? Cards.Passage(guide, DateOnly.FromDateTime(now.Date)) : null;

    /// <summary>The title of a topic; its id when it isn't known.</summary>
    public string TitleOf(string topicId) => content.Topics.FirstOrDefault(topic => topic.Id == topicId)?.Title ?? topicId;

    /// <inheritdoc />
    public void Dispose()
    {
        // The model is let go only when nobody uses it any more.
        closing.Cancel();
        Task.WhenAny(Ready).Wait();
        closing.Dispose();
        meaning?.Dispose();
        index.Dispose();
    }

    // What has been learnt from this content before is ready at once. The first time takes some seconds: words alone serve until then.
    private void LearnTopics(string folder)
    {
        var (subjects, examples) = TopicLessons.From(content.Topics, content.Guides);
        if (examples.IsEmpty)
        {
            return;
        }

        if (meaning is not { } model)
        {
            topics = TopicGuesser.Train(subjects, examples, null, null);
            return;
        }

        var file = new TopicModelFile(folder);
        topics = file.Read(subjects, examples, model.Embed);
        if (topics is null)
        {
            topics = TopicGuesser.Train(subjects, examples, null, null);
            LearnMeaning([.. examples.Select(example => example.Text)], (learning, any) =>
            {
                var learnt = TopicGuesser.Train(subjects, examples, learning, any);
                topics = learnt;
                file.Write(learnt, examples);
            });
        }
        else
        {
            learntFrom = [.. examples.Select(example => example.Text)];
        }
    }

    private static async Task AfterAsync(Task before, Action learn)
    {
        await before;
        await Task.Run(learn);
    }

    private Passage? BestGuide(string topicId, KnowledgeQuestion question)
    {
        const float mainGuideBonus = 1.3f;
        var main = MainGuide(topicId);
        var scores = words.Find(question.Text, IndexFields.GuideKind, GuidesConsidered).ToDictionary(hit => hit.Id, hit => hit.Score);
        var best = content.Guides
            .Where(guide => guide.Topics[0] == topicId)
            .MaxBy(guide => scores.GetValueOrDefault(guide.Id) * (guide == main ? mainGuideBonus : 1f) + (guide == main ? 1e-3f : 0f)) ?? main;
        return best is null ? null : Cards.Passage(best, DateOnly.FromDateTime(question.Now.Date));
    }

    private Guide? MainGuide(string topicId)
    {
        var named = content.Topics.FirstOrDefault(topic => topic.Id == topicId)?.Guide;
        return content.Guides.FirstOrDefault(guide => guide.Id == named) ?? content.Guides.FirstOrDefault(guide => guide.Topics.Contains(topicId));
    }

    private ImmutableArray<ServiceHit> Services(string topicId, string text, Place? near, DateTimeOffset now, int count, ImmutableArray<string> except)
    {
        var scores = words.Find(text, IndexFields.ServiceKind, ServicesConsidered).ToDictionary(hit => hit.Id, hit => hit.Score);
        var today = DateOnly.FromDateTime(now.Date);
        return [.. RankServices.For(topicId, content.Services, scores, near).Where(pair => !pair.Service.Topics.Any(except.Contains)).Take(count).Select(pair => Cards.Service(pair.Service, pair.Miles, near, today))];
    }
}
