using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace TransformingLives.Training;

/// <summary>How well lessons are told that were never learnt from.</summary>
internal static class KeptApart
{
    private const int BatchSize = 32;

    public static string Score(IReadOnlyList<Lesson> lessons, Func<IReadOnlyList<Lesson>, Tensor> vectors, Head danger, Head topic)
    {
        using var still = no_grad();
        var rows = lessons.Chunk(BatchSize).SelectMany(batch =>
        {
            using var scope = NewDisposeScope();
            var seen = vectors(batch);
            var (dangers, topics) = (Likeliest(danger, seen), Likeliest(topic, seen));
            return batch.Select((lesson, index) => (Lesson: lesson, Danger: dangers[index], Topic: topics[index])).ToArray();
        }).ToArray();
        var dangerous = rows.Where(row => row.Lesson.Danger is < Lessons.NoDanger).ToArray();
        var harmless = rows.Where(row => row.Lesson.Danger == Lessons.NoDanger).ToArray();
        var asked = rows.Where(row => row.Lesson.Topic is not null).ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"kept apart: danger named {Share(dangerous, row => row.Danger == row.Lesson.Danger)}, missed {Share(dangerous, row => row.Danger == Lessons.NoDanger)}, false alarms {Share(harmless, row => row.Danger != Lessons.NoDanger)}, topic {Share(asked, row => row.Topic == row.Lesson.Topic)}");
    }

    private static long[] Likeliest(Head head, Tensor vectors) => [.. head.Scores(vectors).argmax(1).data<long>()];

    private static string Share<T>(T[] rows, Func<T, bool> counts) =>
        string.Create(CultureInfo.InvariantCulture, $"{(rows.Length == 0 ? 0 : (double)rows.Count(counts) / rows.Length):0.000} of {rows.Length}");
}
