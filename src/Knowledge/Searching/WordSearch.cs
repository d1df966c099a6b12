using System.Collections.Immutable;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using TransformingLives.Knowledge.Indexing;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Finds guides and services by the words of a message.</summary>
internal sealed class WordSearch(KnowledgeIndex index)
{
    private const int LongestMessage = 64;
    private const int ShortestMisspelt = 5;

    /// <summary>Ids with their BM25 scores, best first.</summary>
    /// <param name="kind"><see cref="IndexFields.GuideKind"/> or <see cref="IndexFields.ServiceKind"/>.</param>
    public ImmutableArray<(string Id, float Score)> Find(string text, string kind, int count)
    {
        var words = Words(text);
        if (words.Count == 0)
        {
            return [];
        }

        var any = new BooleanQuery();
        foreach (var word in words)
        {
            any.Add(In(word), Occur.SHOULD);
        }

        var found = index.Searcher.Search(any, new QueryWrapperFilter(new TermQuery(new Term(IndexFields.Kind, kind))), count);
        return [.. found.ScoreDocs.Select(hit => (index.Searcher.Doc(hit.Doc).Get(IndexFields.Id), hit.Score))];
    }

    // The best field counts whole and the others a little: a word in every field isn't three words.
    private DisjunctionMaxQuery In(string word)
    {
        var best = new DisjunctionMaxQuery(0.2f);
        var isKnown = IndexFields.Searched.Any(field => index.Searcher.IndexReader.DocFreq(new Term(field.Field, word)) > 0);
        foreach (var (field, weight) in IndexFields.Searched)
        {
            Query query = isKnown || word.Length < ShortestMisspelt ? new TermQuery(new Term(field, word)) : new FuzzyQuery(new Term(field, word), 1, 1, 8, transpositions: true);
            query.Boost = isKnown ? weight : weight * 0.5f;
            best.Add(query);
        }

        return best;
    }

    private HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        using var tokens = index.Analyzer.GetTokenStream(IndexFields.Body, text);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (words.Count < LongestMessage && tokens.IncrementToken())
        {
            words.Add(term.ToString());
        }

        tokens.End();
        return words;
    }
}
