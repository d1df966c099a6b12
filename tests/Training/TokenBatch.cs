using static TorchSharp.torch;

namespace TransformingLives.Training;

/// <summary>Texts as numbers of tokens, [texts, longest], with a mask of ones where there is a token.</summary>
internal sealed record TokenBatch(Tensor Ids, Tensor Mask)
{
    public static TokenBatch Of(IReadOnlyList<int[]> texts)
    {
        var longest = texts.Max(text => text.Length);
        var (ids, mask) = (new long[texts.Count * longest], new float[texts.Count * longest]);
        for (var text = 0; text < texts.Count; text++)
        {
            for (var place = 0; place < texts[text].Length; place++)
            {
                ids[(text * longest) + place] = texts[text][place];
                mask[(text * longest) + place] = 1;
            }
        }

        return new TokenBatch(tensor(ids, [texts.Count, longest]), tensor(mask, [texts.Count, longest]));
    }
}
