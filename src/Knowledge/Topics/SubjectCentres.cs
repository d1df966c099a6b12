using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Topics;

/// <summary>The middle of each subject's example questions in meaning. A message far from it is one that the examples did not foresee, however likely its words make the subject.</summary>
internal sealed class SubjectCentres
{
    /// <summary>How much nearness counts beside likelihood. Chosen on the validation part of CLINC150: log of the likelihood and five times the cosine.</summary>
    private const double NearnessCounts = 5;

    /// <summary>A hundredth of the example questions are farther off than what counts as foreseen.</summary>
    private const double FartherOff = 0.01;

    private readonly float[] centres;

    private SubjectCentres(float[] centres, float foreseen = 0)
    {
        this.centres = centres;
        Foreseen = foreseen;
    }

    /// <summary>Nearly all example questions are at least as near to the middle of theirs.</summary>
    public float Foreseen { get; }

    /// <summary>The middles of so many subjects.</summary>
    public static SubjectCentres Of(int subjects, IReadOnlyList<TopicExample> examples, Func<string, float[]> learning)
    {
        var made = new SubjectCentres(new float[subjects * SentenceModel.Dimensions]);
        foreach (var example in examples)
        {
            var centre = made.Centre(example.Subject);
            TensorPrimitives.MultiplyAdd(learning(example.Text), example.Weight, centre, centre);
        }

        for (var subject = 0; subject < subjects; subject++)
        {
            var centre = made.Centre(subject);
            TensorPrimitives.Divide(centre, Math.Max(TensorPrimitives.Norm<float>(centre), 1e-9f), centre);
        }

        var near = examples.Where(example => example.Weight >= 1f).Select(example => (float)made.Nearness(learning(example.Text), example.Subject)).Order().ToArray();
        return new SubjectCentres(made.centres, near.Length == 0 ? 0 : near[(int)(near.Length * FartherOff)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static SubjectCentres Read(BinaryReader reader, int subjects)
    {
        var centres = new float[subjects * SentenceModel.Dimensions];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(centres.AsSpan()));
        return new SubjectCentres(centres, reader.ReadSingle());
    }

    public void Write(BinaryWriter writer)
    {
        writer.Flush();
        writer.BaseStream.Write(MemoryMarshal.AsBytes(centres.AsSpan()));
        writer.Write(Foreseen);
    }

    /// <summary>Cosine of a message with the middle of a subject.</summary>
    public double Nearness(float[] vector, int subject) => TensorPrimitives.Dot<float>(vector, Centre(subject));

    /// <summary>How sure one may be of a subject, 0 to 1: its likelihood, less for a message far from what it was learnt from. It puts messages in order; it is no share of anything.</summary>
    public static double Sureness(double likelihood, double nearness) => likelihood * Math.Exp(NearnessCounts * (Math.Min(nearness, 1) - 1));

    private Span<float> Centre(int subject) => centres.AsSpan(subject * SentenceModel.Dimensions, SentenceModel.Dimensions);
}
