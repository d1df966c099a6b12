using System.Collections.Immutable;
using Lucene.Net.Analysis;
using TransformingLives.Knowledge.Indexing;
using TransformingLives.Knowledge.Meaning;
using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Spelling;
using TransformingLives.Knowledge.Tests.Testing;

namespace TransformingLives.Knowledge.Tests.Searching;

public sealed class ServiceFinderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("transforming-lives-index-");
    private readonly List<IDisposable> open = [];

    public void Dispose()
    {
        open.ForEach(one => one.Dispose());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_a_service_is_for_counts_more_than_its_words()
    {
        var found = Find(new ServiceWish { Text = "somebody to chat with", Topic = "befriending", LocalNow = Monday }, A.Service("Chat line for anglers", "leisure"), A.Service("Friendly calls", "befriending"));

        Assert.Equal("Friendly calls", found[0].Service.Name);
    }

    [Fact]
    public void Of_two_for_the_same_thing_the_nearer_comes_first_and_one_out_of_reach_not_at_all()
    {
        var found = Find(new ServiceWish { Topic = "meals", Near = A.Ely, LocalNow = Monday }, A.Service("Far", "meals", 52.6), A.Service("Near", "meals", 52.41), A.Service("Out of reach", "meals", 55));

        Assert.Equal(["Near", "Far"], found.Select(one => one.Service.Name));
        Assert.True(found[0].Miles < 1 && found[1].Miles > 10);
    }

    [Fact]
    public void At_weekends_what_is_open_then_comes_first()
    {
        var weekend = new OpeningHours([DayOfWeek.Saturday], new TimeOnly(10, 0), new TimeOnly(12, 0));
        var found = Find(new ServiceWish { Topic = "day_activities", Near = A.Ely, LocalNow = Monday, Leaning = ServiceLeaning.Weekend }, A.Service("Weekdays", "day_activities", 52.4), A.Service("Saturdays", "day_activities", 52.5, hours: weekend));

        Assert.Equal("Saturdays", found[0].Service.Name);
    }

    [Fact]
    public void When_asked_for_nothing_to_pay_a_free_one_comes_first()
    {
        var found = Find(new ServiceWish { Topic = "meals", LocalNow = Monday, Leaning = ServiceLeaning.Free }, A.Service("A dear one", "meals", cost: "£9 a meal"), A.Service("B kind one", "meals", cost: "Free"));

        Assert.Equal("B kind one", found[0].Service.Name);
    }

    [Fact]
    public void What_is_called_so_comes_first_whatever_it_is_filed_under()
    {
        var found = Find(new ServiceWish { Text = "lunch clubs near me", Thing = "lunch clubs near me", Topic = "day_activities", Near = A.Ely, LocalNow = Monday },
            A.Service("Day Centre One", "day_activities", 52.4), A.Service("Day Centre Two", "day_activities", 52.4), A.Service("Day Centre Three", "day_activities", 52.4), A.Service("Ely Thursday Lunch Club", "meals", 52.41));

        Assert.Equal("Ely Thursday Lunch Club", found[0].Service.Name);
    }

    [Fact]
    public void The_name_of_a_town_alone_calls_nothing()
    {
        var found = Find(new ServiceWish { Text = "meals in St Neots", Thing = "meals in  ", Topic = "meals", LocalNow = Monday }, A.Service("Hot Meals", "meals"), A.Service("Cold Meals", "meals"), A.Service("Other Meals", "meals"), A.Service("St Neots Chess", "day_activities"));

        Assert.DoesNotContain(found, one => one.Service.Name == "St Neots Chess");
    }

    [Fact]
    public void A_misspelt_word_is_put_right_by_the_words_of_the_directory()
    {
        var found = Find(new ServiceWish { Text = "chiropdist", LocalNow = Monday }, A.Service("Chiropodist at home"), A.Service("Hairdresser"));

        Assert.Equal("Chiropodist at home", Assert.Single(found).Service.Name);
    }

    [Fact]
    public void A_service_that_is_closed_for_now_is_not_offered() =>
        Assert.Empty(Find(new ServiceWish { Topic = "meals", LocalNow = Monday }, A.Service("Closed", "meals") with { IsActive = false }));

    [Fact]
    public void Topics_that_a_person_should_not_be_shown_are_left_out() =>
        Assert.Empty(Find(new ServiceWish { Topic = "respite", Except = ["carers_assessment"], LocalNow = Monday }, A.Service("For carers", "respite") with { Topics = ["respite", "carers_assessment"] }));

    [Fact]
    public void A_service_of_no_topic_is_found_by_what_it_means_and_one_that_means_something_else_is_not()
    {
        var finder = Finder(A.Service("One"), A.Service("Two"));
        finder.Meanings = new MeaningIndex([Direction(0), Direction(1)]);

        var found = finder.Find(new ServiceWish { Text = "whatever", LocalNow = Monday }, 3, () => Direction(1));

        Assert.Equal("Two", Assert.Single(found).Service.Name);
    }

    [Fact]
    public void With_enough_of_the_topic_nobody_pays_for_a_search_by_meaning()
    {
        var finder = Finder(A.Service("One", "meals"), A.Service("Two", "meals"), A.Service("Three", "meals"));
        finder.Meanings = new MeaningIndex([Direction(0), Direction(0), Direction(0)]);

        var found = finder.Find(new ServiceWish { Text = "hot dinners", Topic = "meals", LocalNow = Monday }, 3, () => throw new InvalidOperationException("Not needed."));

        Assert.Equal(3, found.Length);
    }

    private static DateTime Monday => new(2026, 11, 23, 10, 0, 0, DateTimeKind.Unspecified);

    private static float[] Direction(int axis)
    {
        var vector = new float[SentenceModel.Dimensions];
        vector[axis] = 1;
        return vector;
    }

    private ImmutableArray<FoundService> Find(ServiceWish wish, params Service[] services) => Finder(services).Find(wish, 3, null);

    private ServiceFinder Finder(params Service[] services)
    {
        Analyzer analyzer = new CareAnalyzer(null);
        var index = KnowledgeIndex.Open(folder.FullName, "state", analyzer, [.. services]);
        open.Add(index);
        return new ServiceFinder([.. services], new WordSearch(index, new Vocabulary(index.Vocabulary)));
    }
}
