namespace TransformingLives.Knowledge.Indexing;

/// <summary>Fields of the index.</summary>
internal static class IndexFields
{
    public const string Id = "id";

    /// <summary>All words of a service in one field, where each stands as often as its part counts: a name says more than a page does (BM25F, Robertson and Zaragoza 2009).</summary>
    public const string Words = "words";

    public const int NameCounts = 3;
    public const int SummaryCounts = 2;
    public const int BodyCounts = 1;
}
