using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace TransformingLives.Knowledge.Indexing;

/// <summary>English, with the council's own synonyms: "disabled parking permit" is found under "blue badge".</summary>
internal sealed class CareAnalyzer(SynonymMap? synonyms) : Analyzer
{
    private static readonly CharArraySet StopWords = new(LuceneVersion.LUCENE_48, [.. StandardAnalyzer.STOP_WORDS_SET, "i", "my", "me", "we", "you", "your", "do", "does", "how", "what", "can", "get", "am", "she", "her", "he", "his", "help", "need", "want", "who", "when", "where"], ignoreCase: true);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream tokens = new LowerCaseFilter(LuceneVersion.LUCENE_48, new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, source));
        if (synonyms?.Fst is not null)
        {
            tokens = new SynonymFilter(tokens, synonyms, ignoreCase: true);
        }

        return new TokenStreamComponents(source, new PorterStemFilter(new StopFilter(LuceneVersion.LUCENE_48, tokens, StopWords)));
    }
}
