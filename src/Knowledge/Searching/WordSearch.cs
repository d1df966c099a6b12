using System.Collections.Immutable;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using TransformingLives.Knowledge.Indexing;
using TransformingLives.Knowledge.Spelling;
using TransformingLives.Knowledge.Text;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Finds services by the words of a message, with slips of the finger put right by the words of the directory itself.</summary>
internal sealed class WordSearch(KnowledgeIndex index, Vocabulary vocabulary)
{
    private const int LongestMessage = 64;

    /// <summary>Ids with their BM25 scores, best first.</summary>
    public ImmutableArray<(string Id, float Score)> Find(string text, int count)
    {
        var any = new BooleanQuery();
        foreach (var word in Words(Corrected(text)))
        {
            any.Add(new TermQuery(new Term(IndexFields.Words, word)), Occur.SHOULD);
        }

        if (any.Clauses.Count == 0)
        {
            return [];
        }

        var found = index.Searcher.Search(any, count);
        return [.. found.ScoreDocs.Select(hit => (index.IdOf(hit.Doc), hit.Score))];
    }

    /// <summary>The text with misspelt words put right.</summary>
    public string Corrected(string text) => string.Join(' ', Tokens.Words(text).Select(word => vocabulary.Right(word) ?? word));

    /// <summary>The words of a text as they are looked for, in order.</summary>
    public string[] Terms(string text) => index.Terms(text);

    private HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        using var tokens = index.Analyzer.GetTokenStream(IndexFields.Words, text);
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
