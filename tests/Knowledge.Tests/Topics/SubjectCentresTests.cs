using TransformingLives.Knowledge.Meaning;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Knowledge.Tests.Topics;

/// <summary>What nobody foresaw lies far from the middle of every subject.</summary>
public sealed class SubjectCentresTests
{
    private static readonly TopicExample[] Examples = [new("north", 0, 1f), new("north too", 0, 1f), new("east", 1, 1f)];

    [Fact]
    public void A_message_like_the_examples_is_near_and_another_is_far()
    {
        var centres = SubjectCentres.Of(2, Examples, Vector);

        Assert.Equal(1, centres.Nearness(Vector("north"), 0), 5);
        Assert.Equal(0, centres.Nearness(Vector("east"), 0), 5);
    }

    [Fact]
    public void Of_two_equally_likely_the_nearer_is_the_surer() =>
        Assert.True(SubjectCentres.Sureness(0.8, 0.6) > SubjectCentres.Sureness(0.8, 0.2));

    [Fact]
    public void A_likelihood_is_worth_less_for_a_message_farther_off_than_the_examples()
    {
        var near = new TopicGuesses([("meals", 0.9)], null) { Nearness = 0.5, Foreseen = 0.4 };

        Assert.Equal(0.9, near.Confidence(0.9));
        Assert.Equal(0.45, (near with { Nearness = 0.2 }).Confidence(0.9), 5);
        Assert.Equal(0, (near with { Nearness = -0.2 }).Confidence(0.9));
        Assert.Equal(0.9, (near with { Nearness = null }).Confidence(0.9));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var written = SubjectCentres.Of(2, Examples, Vector);
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            written.Write(writer);
        }

        file.Position = 0;
        var read = SubjectCentres.Read(new BinaryReader(file), 2);

        Assert.Equal(written.Foreseen, read.Foreseen);
        Assert.Equal(written.Nearness(Vector("east"), 1), read.Nearness(Vector("east"), 1));
        Assert.Throws<EndOfStreamException>(() => SubjectCentres.Read(new BinaryReader(new MemoryStream([1, 2, 3])), 2));
    }

    private static float[] Vector(string text)
    {
        var vector = new float[SentenceModel.Dimensions];
        vector[text.StartsWith("north", StringComparison.Ordinal) ? 0 : 1] = 1;
        return vector;
    }
}
