using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace TransformingLives.Knowledge.Indexing;

/// <summary>English, with the council's own synonyms: "disabled parking permit" is found under "blue badge".</summary>
internal sealed class CareAnalyzer(SynonymMap? synonyms) : Analyzer
{
    private static readonly CharArraySet StopWords = new(LuceneVersion.LUCENE_48, [.. StandardAnalyzer.STOP_WORDS_SET, "i", "my", "me", "we", "you", "your", "do", "does", "how", "what", "can", "get", "am", "she", "her", "he", "his", "help", "need", "want", "who", "when", "where"], ignoreCase: true);

    /// <summary>The words of a text as they stand in the index.</summary>
    public string[] Terms(string text)
    {
        var terms = new List<string>();
        using var tokens = GetTokenStream(IndexFields.Words, text);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        tokens.End();
        return [.. terms];
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        var lower = new LowerCaseFilter(LuceneVersion.LUCENE_48, new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, source));
        TokenStream stems = new PorterStemFilter(new StopFilter(LuceneVersion.LUCENE_48, lower, StopWords));

        // After the stemmer, so that the ending of a synonym doesn't matter.
        return new TokenStreamComponents(source, synonyms?.Fst is null ? stems : new SynonymFilter(stems, synonyms, ignoreCase: false));
    }
}
