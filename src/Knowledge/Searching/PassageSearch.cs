using System.Collections.Immutable;
using System.Numerics.Tensors;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Finds the passages that answer a message, by words, neighbouring words, the meaning of the whole and the meaning of each sentence, fused.</summary>
/// <remarks>The weights were chosen on the development part of OR-ShARC (docs/figures.md): people's questions with their situation, against rule texts.</remarks>
internal sealed class PassageSearch
{
    private const float WordsWeight = 1f;
    private const float QuestionWordsWeight = 0.5f;
    private const float PairsWeight = 0.3f;
    private const float MeaningWeight = 1f;
    private const float QuestionMeaningWeight = 0.5f;
    private const float SentencesWeight = 1f;

    private readonly ImmutableArray<PassageText> passages;
    private readonly PassageWords words;
    private readonly Func<string, float[]>? meaning;
    private readonly Func<string, string> read;
    private readonly float[][] wholes;
    private readonly float[][][] sentences;

    /// <param name="passages">The collection.</param>
    /// <param name="learning">Gives the vector of a passage or one of its sentences; null to go by words alone.</param>
    /// <param name="meaning">Gives the vector of a message; null to go by words alone.</param>
    /// <param name="read">Puts words that mean the same as one; null to take each as it stands. Meaning is looked for in the words as they stand.</param>
    public PassageSearch(ImmutableArray<PassageText> passages, Func<string, float[]>? learning, Func<string, float[]>? meaning, Func<string, string>? read = null)
    {
        this.read = read ?? (text => text);
        this.passages = passages;
        this.meaning = learning is null ? null : meaning;
        words = new PassageWords(passages.Select(passage => this.read(passage.All)));
        wholes = learning is null ? [] : [.. passages.Select(passage => learning(passage.All))];
        sentences = learning is null ? [] : [.. passages.Select(passage => SentencesOf(passage).Select(learning).ToArray())];
    }

    /// <summary>The texts whose vectors it needs.</summary>
    public static IEnumerable<string> Texts(IEnumerable<PassageText> passages) => passages.SelectMany(passage => SentencesOf(passage).Append(passage.All));

    /// <summary>Passages, best first.</summary>
    public ImmutableArray<PassageHit> Find(string text, int count)
    {
        var parts = MessageParts.Of(text);
        var asRead = read(parts.Whole);
        var (byWords, byPairs) = (words.Score(asRead), words.ScorePairs(asRead));
        var byQuestion = parts.Question == parts.Whole ? byWords : words.Score(read(parts.Question));
        var whole = Cosines(parts.Whole);
        var question = parts.Question == parts.Whole ? whole : Cosines(parts.Question);
        var fused = FusedScores.Of(
            passages.Length,
            (WordsWeight, byWords), (QuestionWordsWeight, byQuestion), (PairsWeight, byPairs),
            (MeaningWeight, whole), (QuestionMeaningWeight, question), (SentencesWeight, BySentences(parts)));
        return [.. Enumerable.Range(0, passages.Length)
            .OrderByDescending(index => fused[index])
            .Take(count)
            .Select(index => new PassageHit(passages[index], fused[index], byWords[index], byPairs[index], whole.Length == 0 ? 0 : whole[index]))];
    }

    // Each sentence of the message looks for the sentence of the passage that is nearest to it.
    private float[] BySentences(MessageParts parts)
    {
        if (meaning is null)
        {
            return [];
        }

        var asked = parts.Sentences.Length == 0 ? [parts.Whole] : parts.Question == parts.Whole ? parts.Sentences : parts.Sentences.Add(parts.Question);
        var vectors = asked.Select(meaning).ToArray();
        return [.. sentences.Select(said => said.Length == 0 ? 0f : vectors.Average(vector => said.Max(sentence => TensorPrimitives.Dot<float>(vector, sentence))))];
    }

    private float[] Cosines(string text)
    {
        if (meaning is null)
        {
            return [];
        }

        var vector = meaning(text);
        return [.. wholes.Select(whole => TensorPrimitives.Dot<float>(vector, whole))];
    }

    private static ImmutableArray<string> SentencesOf(PassageText passage)
    {
        var parts = MessageParts.SentencesOf(passage.Text);
        return parts.IsEmpty ? [passage.All] : parts;
    }
}
