namespace TransformingLives.Knowledge.Searching;

/// <summary>A passage that can be found.</summary>
/// <param name="Id">What it is found as.</param>
/// <param name="Title">Its heading; may be empty.</param>
/// <param name="Text">Its words.</param>
internal sealed record PassageText(string Id, string Title, string Text)
{
    /// <summary>Title and words.</summary>
    public string All => Title.Length > 0 ? $"{Title}. {Text}" : Text;
}

/// <summary>A passage that was found, and why.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The fused score: standard deviations above the collection's mean, summed over the kinds of evidence.</param>
/// <param name="Words">BM25 of all words.</param>
/// <param name="Pairs">Rarity of the neighbouring words that both have.</param>
/// <param name="Meaning">Cosine of the whole message; 0 without the sentence model.</param>
internal sealed record PassageHit(PassageText Passage, float Score, float Words, float Pairs, float Meaning);
