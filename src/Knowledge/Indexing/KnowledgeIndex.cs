using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TransformingLives.Knowledge.ServiceDirectory;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace TransformingLives.Knowledge.Indexing;

/// <summary>Words of services on the disk, weighed with BM25. One folder for each state of the content.</summary>
internal sealed class KnowledgeIndex : IDisposable
{
    private readonly LuceneDirectory folder;
    private readonly DirectoryReader reader;
    private readonly BinaryDocValues ids;

    private KnowledgeIndex(LuceneDirectory folder, Analyzer analyzer)
    {
        this.folder = folder;
        Analyzer = analyzer;
        reader = DirectoryReader.Open(folder);
        ids = FieldCache.DEFAULT.GetTerms(SlowCompositeReaderWrapper.Wrap(reader), IndexFields.Id, setDocsWithField: false);
        Searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public Analyzer Analyzer { get; }

    /// <summary>The words of a text as they stand in the index, in order.</summary>
    public string[] Terms(string text) => Analyzer is CareAnalyzer care ? care.Terms(text) : [];

    public IndexSearcher Searcher { get; }

    /// <summary>The words of the directory, the commonest first, endings off as they are indexed.</summary>
    public IEnumerable<string> Vocabulary
    {
        get
        {
            var words = new List<(string Word, int Documents)>();
            if (MultiFields.GetTerms(reader, IndexFields.Words) is { } terms)
            {
                foreach (var term in terms)
                {
                    words.Add((term.Term.Utf8ToString(), reader.DocFreq(new Term(IndexFields.Words, term.Term))));
                }
            }

            return words.OrderByDescending(word => word.Documents).Select(word => word.Word);
        }
    }

    /// <summary>The id of a document, from memory.</summary>
    public string IdOf(int document)
    {
        var id = new BytesRef();
        ids.Get(document, id);
        return id.Utf8ToString();
    }

    /// <summary>Opens the index of this state of the content; makes it first when it isn't there.</summary>
    /// <param name="path">Folder of all states.</param>
    /// <param name="state">A hash of the content.</param>
    public static KnowledgeIndex Open(string path, string state, Analyzer analyzer, ImmutableArray<Service> services)
    {
        var home = Path.Combine(path, state);
        if (!DirectoryReader.IndexExists(FSDirectory.Open(home)))
        {
            // Made aside and moved into place, so that nobody ever opens half an index, not even another process.
            var aside = Path.Combine(path, $"{state}.{Guid.NewGuid():N}");
            using (var made = FSDirectory.Open(aside))
            {
                Write(made, analyzer, services);
            }

            MoveInto(aside, home);
            Forget(path, state);
        }

        return new KnowledgeIndex(FSDirectory.Open(home), analyzer);
    }

    public void Dispose()
    {
        reader.Dispose();
        folder.Dispose();
    }

    private static void Write(LuceneDirectory made, Analyzer analyzer, ImmutableArray<Service> services)
    {
        using var writer = new IndexWriter(made, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity(), OpenMode = OpenMode.CREATE });
        foreach (var service in services)
        {
            writer.AddDocument(Entry(service));
        }

        writer.Commit();
    }

    private static Document Entry(Service service)
    {
        var name = $"{service.Name} {service.Organisation}";
        var summary = $"{service.Description} {service.Terms}";
        var body = $"{service.Who} {service.Cost} {service.Areas} {service.Languages} {service.Access} {string.Join(' ', service.Sites.Select(site => site.Town))}";
        return
        [
            new StringField(IndexFields.Id, service.Id, Field.Store.YES),
            new TextField(IndexFields.Words, string.Join(' ', [.. Enumerable.Repeat(name, IndexFields.NameCounts), .. Enumerable.Repeat(summary, IndexFields.SummaryCounts), .. Enumerable.Repeat(body, IndexFields.BodyCounts)]), Field.Store.NO),
        ];
    }

    private static void MoveInto(string aside, string home)
    {
        try
        {
            if (System.IO.Directory.Exists(home))
            {
                System.IO.Directory.Delete(home, recursive: true);
            }

            System.IO.Directory.Move(aside, home);
        }
        catch (IOException) when (DirectoryReader.IndexExists(FSDirectory.Open(home)))
        {
            // Another process made the same state at the same moment.
            System.IO.Directory.Delete(aside, recursive: true);
        }
    }

    // Older states go; one that is still open elsewhere is left for the next time.
    private static void Forget(string path, string state)
    {
        foreach (var old in System.IO.Directory.EnumerateDirectories(path).Where(old => !Path.GetFileName(old).StartsWith(state, StringComparison.Ordinal)))
        {
            try
            {
                System.IO.Directory.Delete(old, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }
}
