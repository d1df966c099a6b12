using System.Numerics.Tensors;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Scores of different kinds, made comparable and added: each is told in standard deviations from its mean over the collection.</summary>
internal static class FusedScores
{
    /// <summary>The weighted sum of standardised scores, in the order of the collection.</summary>
    public static float[] Of(int count, params ReadOnlySpan<(float Weight, float[] Scores)> kinds)
    {
        var fused = new float[count];
        foreach (var (weight, scores) in kinds)
        {
            if (scores.Length == 0 || weight == 0)
            {
                continue;
            }

            var mean = TensorPrimitives.Average<float>(scores);
            var spread = TensorPrimitives.StdDev<float>(scores);
            if (spread > 0)
            {
                for (var i = 0; i < count; i++)
                {
                    fused[i] += weight * (scores[i] - mean) / spread;
                }
            }
        }

        return fused;
    }
}
