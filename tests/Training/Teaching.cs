using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace TransformingLives.Training;

/// <summary>Goes over the lessons, a batch at a time, says how well those kept apart are told, and writes the weights after each epoch.</summary>
internal sealed class Teaching
{
    private const int BatchSize = 32;
    private const int SortedTogether = 1024;
    private const int Seed = 7;

    /// <summary>A question about a topic is harmless most of the time, but nobody labelled it so: it counts for less.</summary>
    private const float TopicAsHarmless = 0.4f;

    private readonly TeachingPlan plan;
    private readonly Lessons lessons;
    private readonly Tokens tokens = new();
    private readonly Random random = new(Seed);
    private readonly Slips slips;
    private readonly Dictionary<string, Tensor> weights;
    private readonly SentenceEncoder encoder;
    private readonly Head danger = new(Lessons.Dangers.Length);
    private readonly Head topic;
    private readonly Adam adam;

    private Teaching(TeachingPlan plan)
    {
        this.plan = plan;
        lessons = Lessons.Read(plan.Content);
        slips = new Slips(random, lessons.Asides);
        weights = SafeTensors.Read(plan.From);
        encoder = new SentenceEncoder(weights, plan.Frozen);
        topic = new Head(lessons.Topics.Length);
        adam = new Adam(encoder.Learning, [danger.Weight, danger.Bias, topic.Weight, topic.Bias]);
    }

    public static int Run(TeachingPlan plan)
    {
        set_num_threads(plan.Threads);
        torch.random.manual_seed(Seed);
        Directory.CreateDirectory(plan.To);
        new Teaching(plan).Teach();
        return 0;
    }

    private void Teach()
    {
        var learnt = lessons.All.Where(lesson => !lesson.IsKeptApart).ToArray();
        var kept = lessons.All.Where(lesson => lesson.IsKeptApart).ToArray();
        Say($"{learnt.Length} lessons, {kept.Length} kept apart, {lessons.Topics.Length} topics");
        var (done, steps) = (0, plan.Epochs * ((learnt.Length / BatchSize) + 1));
        var watch = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= plan.Epochs; epoch++)
        {
            var loss = Batches(learnt).Average(batch => Learn(batch, plan.RateAt(done++ / (float)steps)));
            Say($"epoch {epoch}, {watch.Elapsed.TotalSeconds:0} s: loss {loss:0.0000}; {KeptApart.Score(kept, Vectors, danger, topic)}");
            SafeTensors.Write(plan.To, weights);
        }
    }

    // Texts of about the same length go together, so that little is padded.
    private (int[] Ids, Lesson Lesson)[][] Batches(Lesson[] learnt)
    {
        random.Shuffle(learnt);
        var batches = learnt.Select(lesson => (Ids: tokens.Of(slips.Vary(lesson.Text)), Lesson: lesson)).ToArray()
            .Chunk(SortedTogether).SelectMany(chunk => chunk.OrderBy(row => row.Ids.Length).Chunk(BatchSize)).ToArray();
        random.Shuffle(batches);
        return batches;
    }

    private double Learn((int[] Ids, Lesson Lesson)[] batch, float rate)
    {
        using var scope = NewDisposeScope();
        var vectors = nn.functional.dropout(encoder.Encode(TokenBatch.Of([.. batch.Select(row => row.Ids)]), isLearning: true), 0.1, true);
        var loss = danger.Loss(vectors, batch.Select(row => (row.Lesson.Danger, row.Lesson.Topic is null ? 1f : TopicAsHarmless)))
            + topic.Loss(vectors, batch.Select(row => (row.Lesson.Topic, 1f)));
        loss.backward();
        adam.Step(rate);
        return loss.ToDouble();
    }

    private Tensor Vectors(IReadOnlyList<Lesson> batch) => encoder.Encode(TokenBatch.Of([.. batch.Select(lesson => tokens.Of(lesson.Text))]), isLearning: false);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
