using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Indexing;
using TransformingLives.Knowledge.Meaning;
using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Spelling;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>One size of directory: ours with and without the sentence model, plain Lucene BM25, and SQLite FTS5.</summary>
internal static class SearchLatency
{
    private const int Shown = 3;
    private const int LongestQuestion = 20;

    public static void Run(int size, int count, BenchmarkMeaning meaning)
    {
        var content = Content();
        var services = MadeUpDirectory.Of(size, content);
        var questions = content.Topics.SelectMany(topic => topic.Asks).Where(ask => ask.Split(' ').Length <= LongestQuestion).Order(StringComparer.Ordinal).ToArray();
        new Random(7).Shuffle(questions);
        questions = questions[..Math.Min(count, questions.Length)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:N0} services, {questions.Length} questions"));
        Ours(services, questions, meaning);
        PlainLucene(services, questions);
        Fts5(services, questions);
    }

    private static KnowledgeContent Content()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "content", "council.yaml")))
        {
            folder = folder.Parent;
        }

        return KnowledgeContent.Load(new KnowledgeOptions(Path.Combine(folder.FullName, "content"), Path.GetTempPath(), ImmutableDictionary<string, string>.Empty)).Content;
    }

    private static void Ours(ImmutableArray<Service> services, string[] questions, BenchmarkMeaning meaning)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("transforming-lives-benchmark-");
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var begun = Stopwatch.GetTimestamp();
        using var index = KnowledgeIndex.Open(folder.FullName, "made-up", new CareAnalyzer(null), services);
        var finder = new ServiceFinder(services, new WordSearch(index, new Vocabulary(index.Vocabulary)));
        Say("ours, index", Stopwatch.GetElapsedTime(begun), GC.GetTotalMemory(forceFullCollection: true) - memory);

        var near = new Place("Ely", 52.399, 0.262, "CB7", true, null, null, "Ely");
        Time("ours, without the model", questions, question => finder.Find(Wish(question, near), Shown, null));

        // Vectors of made-up services are those of real texts, slightly turned: their number is what counts here.
        var texts = services.Select(service => service.Description.Split(". ")[0]).ToArray();
        finder.Meanings = new MeaningIndex([.. texts.Select(meaning.Of)]);
        using var model = SentenceModel.TryLoad(SentenceModel.General)!;
        Time("ours, with the model", questions, question => finder.Find(Wish(question, near), Shown, () => model.Embed(question)));
        folder.Delete(recursive: true);
    }

    // No topic is given, so that meaning is always looked for: the slowest way there is.
    private static ServiceWish Wish(string question, Place near) => new() { Text = question, Near = near, LocalNow = new DateTime(2026, 11, 23, 10, 0, 0, DateTimeKind.Unspecified) };

    private static void PlainLucene(ImmutableArray<Service> services, string[] questions)
    {
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var begun = Stopwatch.GetTimestamp();
        using var folder = new RAMDirectory();
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var service in services)
            {
                writer.AddDocument([new StringField("id", service.Id, Field.Store.YES), new TextField("text", Text(service), Field.Store.NO)]);
            }

            writer.Commit();
        }

        Say("plain Lucene, index", Stopwatch.GetElapsedTime(begun), GC.GetTotalMemory(forceFullCollection: true) - memory);
        using var reader = DirectoryReader.Open(folder);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        Time("plain Lucene BM25", questions, question =>
        {
            var hits = searcher.Search(new QueryParser(LuceneVersion.LUCENE_48, "text", analyzer).Parse(QueryParserBase.Escape(question)), Shown);
            return hits.ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("id")).ToArray();
        });
    }

    private static void Fts5(ImmutableArray<Service> services, string[] questions)
    {
        var begun = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE VIRTUAL TABLE services USING fts5(id UNINDEXED, text, tokenize='porter')");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO services VALUES ($id, $text)";
            var (id, text) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
            foreach (var service in services)
            {
                (id.Value, text.Value) = (service.Id, Text(service));
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Say("SQLite FTS5, index", Stopwatch.GetElapsedTime(begun), null);
        using var search = connection.CreateCommand();
        search.CommandText = "SELECT id FROM services WHERE services MATCH $words ORDER BY bm25(services) LIMIT 3";
        var words = search.Parameters.Add("$words", SqliteType.Text);
        Time("SQLite FTS5", questions, question =>
        {
            words.Value = string.Join(" OR ", question.Split([' ', '?', '.', ',', '\'', '-', '"', '/', '(', ')', '!', '&', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Select(word => $"\"{word}\""));
            using var reader = search.ExecuteReader();
            var found = new List<string>();
            while (reader.Read())
            {
                found.Add(reader.GetString(0));
            }

            return found;
        });
    }

    private static string Text(Service service) => $"{service.Name} {service.Organisation} {service.Description} {service.Terms} {service.Who} {service.Cost} {service.Areas}";

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Time(string name, string[] questions, Func<string, object> search)
    {
        foreach (var question in questions.Take(50))
        {
            search(question);
        }

        var timings = new Timings();
        foreach (var question in questions)
        {
            timings.Run(() => search(question));
        }

        Console.WriteLine($"  {name,-26} {timings}");
    }

    private static void Say(string name, TimeSpan took, long? memory) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-26} {took.TotalSeconds:0.00} s{(memory is { } bytes ? $", {bytes / 1048576.0:0} MB" : "")}"));
}
