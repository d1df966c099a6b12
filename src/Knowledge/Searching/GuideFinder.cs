using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Finds the guide that answers: of the topic's guides one that the message asks for by a word, else one for everything, and of several the one whose passages come nearest.</summary>
internal sealed class GuideFinder
{
    private const int Considered = 40;

    private readonly KnowledgeContent content;
    private readonly ImmutableArray<PassageText> passages;
    private volatile PassageSearch search;

    public GuideFinder(KnowledgeContent content)
    {
        this.content = content;
        passages = [.. content.Guides.SelectMany(GuidePassages.Of)];
        search = new PassageSearch(passages, null, null, content.Synonyms.Read);
    }

    /// <summary>The texts whose vectors it goes by.</summary>
    public IEnumerable<string> Texts => PassageSearch.Texts(passages).Distinct(StringComparer.Ordinal);

    /// <summary>Goes by meaning as well as by words from now on.</summary>
    public void Deepen(Func<string, float[]> learning, Func<string, float[]> meaning) => search = new PassageSearch(passages, learning, meaning, content.Synonyms.Read);

    /// <summary>The guide of a topic that answers a message best; null when the topic has none.</summary>
    public Guide? Best(string topicId, string text)
    {
        Guide[] own = [.. content.Guides.Where(guide => guide.Topics[0] == topicId)];
        var said = Stems(content.Synonyms.Read(text));
        var named = Array.FindAll(own, guide => guide.WhenSaid.Any(words => said.Contains(Stems(content.Synonyms.Read(words)), StringComparison.Ordinal)));
        own = named.Length > 0 ? named : Array.FindAll(own, guide => guide.WhenSaid.IsEmpty);
        if (own.Length < 2)
        {
            return own.FirstOrDefault() ?? Main(topicId);
        }

        var found = search.Find(text, Considered).FirstOrDefault(hit => own.Any(guide => guide.Id == hit.Passage.Id));
        return own.FirstOrDefault(guide => guide.Id == found?.Passage.Id) ?? Main(topicId);
    }

    /// <summary>The main guide of a topic; null when it has none.</summary>
    public Guide? Main(string topicId)
    {
        var named = content.Topics.FirstOrDefault(topic => topic.Id == topicId)?.Guide;
        return content.Guides.FirstOrDefault(guide => guide.Id == named) ?? content.Guides.FirstOrDefault(guide => guide.Topics.Contains(topicId));
    }

    // Each word between blanks, so that "pad" is not found in "padlock".
    private static string Stems(string text) => $" {string.Join(' ', Tokens.Spans(text).Select(word => word.Stem))} ";

    /// <summary>The passages nearest to a message, with what spoke for each.</summary>
    public ImmutableArray<WhyThisPassage> Explain(string text, int count) =>
        [.. search.Find(text, count).Select(hit => new WhyThisPassage(hit.Passage.Id, hit.Passage.Title, hit.Score, hit.Words, hit.Pairs, hit.Meaning))];
}
