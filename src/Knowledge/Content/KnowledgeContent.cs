using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Synonyms;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Knowledge.Content;

/// <summary>All that answers are made of.</summary>
/// <param name="Guides">Pages of advice.</param>
/// <param name="Services">Services that answers may name: those that are active.</param>
/// <param name="Topics">What people ask about.</param>
/// <param name="Places">Places by name and postcode.</param>
/// <param name="Synonyms">Words that mean the same.</param>
/// <param name="State">A hash of what is indexed: the same content has the same state.</param>
internal sealed record KnowledgeContent(
    ImmutableArray<Guide> Guides,
    ImmutableArray<Service> Services,
    ImmutableArray<Topic> Topics,
    Gazetteer Places,
    SynonymGroups Synonyms,
    string State)
{
    /// <summary>All services, also those that are closed or gone.</summary>
    public ImmutableArray<Service> Directory { get; init; } = Services;

    /// <summary>Raised when the index is laid out anew.</summary>
    private const string IndexLayout = "3";

    private static readonly string[] Indexed = ["guides", "services", "words"];

    public static (KnowledgeContent Content, ImmutableArray<KnowledgeProblem> Problems) Load(KnowledgeOptions options)
    {
        var problems = new List<KnowledgeProblem>();
        var guides = GuideFiles.Load(Path.Combine(options.ContentPath, "guides"), problems);
        var directory = DirectoryFiles.Load(options, problems);
        ImmutableArray<Service> services = [.. directory.Where(service => service.IsActive)];
        var topics = TopicFiles.Load(Path.Combine(options.ContentPath, "topics"), problems);
        var places = GazetteerFiles.Load(Path.Combine(options.ContentPath, "places"), options.Patches, problems);
        var synonyms = SynonymFiles.Load(Path.Combine(options.ContentPath, "words"), problems);
        problems.AddRange(ContentChecks.Terms(TopicTermFiles.Load(Path.Combine(options.ContentPath, "services"), []), topics));
        problems.AddRange(ContentChecks.Overdue(guides, directory, DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime)));
        problems.AddRange(ContentChecks.Of(guides, directory, topics));
        return (new KnowledgeContent(guides, services, topics, places, synonyms, StateOf(options)) { Directory = directory }, [.. problems]);
    }

    private static string StateOf(KnowledgeOptions options)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(IndexLayout + DirectoryFiles.StateOf(options.DirectoryPath)));
        foreach (var path in Indexed
            .Select(folder => Path.Combine(options.ContentPath, folder))
            .Where(System.IO.Directory.Exists)
            .SelectMany(folder => System.IO.Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
