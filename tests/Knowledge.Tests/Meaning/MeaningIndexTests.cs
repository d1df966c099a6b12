using CsCheck;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Tests.Meaning;

public sealed class MeaningIndexTests
{
    private static readonly Gen<float[]> UnitVector = Gen.Float[-1f, 1f].Array[SentenceModel.Dimensions].Select(vector =>
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : [.. vector.Select(value => value / length)];
    });

    [Fact]
    public void A_vector_is_nearest_to_itself() =>
        UnitVector.Array[2, 20].Sample(vectors => new MeaningIndex(vectors).Nearest(vectors[^1], 1)[0].Cosine > 0.98f, iter: 50);

    [Fact]
    public void Cosines_in_bytes_are_within_a_hundredth_of_the_exact_ones() =>
        Gen.Select(UnitVector, UnitVector).Sample((one, other) =>
            Math.Abs(new MeaningIndex([one]).Nearest(other, 1)[0].Cosine - one.Zip(other, (a, b) => a * b).Sum()) < 0.01f, iter: 100);
}
