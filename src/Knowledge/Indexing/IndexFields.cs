namespace TransformingLives.Knowledge.Indexing;

/// <summary>Fields of the index.</summary>
internal static class IndexFields
{
    public const string Kind = "kind";
    public const string Id = "id";
    public const string Name = "name";
    public const string Summary = "summary";
    public const string Body = "body";

    public const string GuideKind = "guide";
    public const string ServiceKind = "service";

    /// <summary>How much a word counts by the field it is found in: a name says more than a page does.</summary>
    public static readonly (string Field, float Weight)[] Searched = [(Name, 3f), (Summary, 2f), (Body, 1f)];
}
